import { randomUUID } from "node:crypto";
import type { APIRequestContext, Browser, BrowserContext } from "playwright/test";
import { hashPassword } from "@/server/auth/passwords";
import {
  account,
  expect,
  joinAs,
  makeAccount,
  openDesk,
  openPhone,
  signIn,
  startSession,
  test,
} from "@/tests/e2e/fixtures";
import { consoleOn } from "@/tests/e2e/pages/console";
import { phoneOn } from "@/tests/e2e/pages/phone";
import { signOut } from "@/tests/e2e/sign-out";
import { openSite, type Site } from "@/tests/e2e/site";
import { wordsOf } from "@/tests/e2e/words";
import { askDatabase, databaseUrl } from "@/tests/support/attune-process";

const t = wordsOf("en");

/** What a request comes to, without following where it is sent. */
async function outcome(request: APIRequestContext, url: string): Promise<string> {
  const answer = await request.get(url, { maxRedirects: 0 });
  const { location } = answer.headers();
  if (location) return `to ${new URL(location, url).pathname}${new URL(location, url).search}`;
  return String(answer.status());
}

/** Somebody else with an account, signed in by hand. */
async function otherFacilitator(browser: Browser, site: Site): Promise<BrowserContext> {
  const email = `${randomUUID()}@example.org`;
  const hash = await hashPassword(account.password);
  await askDatabase(
    databaseUrl(site.data),
    (sql) => sql`with team as (
        insert into teams (id, name, support, created_at)
        values (gen_random_uuid(), 'Their team', '[]', now()) returning id)
      insert into facilitators (id, team_id, email, name, password_hash, created_at)
      select ${randomUUID()}::uuid, id, ${email}, ${"Ben"}, ${hash}, now() from team`,
  );
  const context = await openDesk(browser);
  await signIn(await context.newPage(), site, email);
  return context;
}

test("every page and route, for nobody, for its facilitator and for another", async ({
  facilitator,
  site,
  browser,
}) => {
  const console = await startSession(await facilitator.newPage(), site);
  const code = await console.code();
  const id = console.sessionId();
  const other = await otherFacilitator(browser, site);
  const nobody = await openDesk(browser);
  const screen = await console.openScreen();
  const key = new URL(screen.url()).search;
  const signInFor = (path: string) => `to /sign-in?${new URLSearchParams({ next: path })}`;
  const gone = randomUUID();

  // path · nobody · the facilitator whose session it is · another facilitator
  const matrix: [string, string, string, string][] = [
    ["/", "200", "200", "200"],
    ["/sign-in", "to /api/auth/csrf", "to /classes", "to /classes"],
    ["/setup", "200", "to /classes", "to /classes"],
    [site.setupPath(), "200", "to /classes", "to /classes"],
    ["/classes", signInFor("/classes"), "200", "200"],
    ["/sessions", signInFor("/sessions"), "200", "200"],
    [`/sessions/${id}/console`, signInFor(`/sessions/${id}/console`), "200", "404"],
    [`/sessions/${id}/summary`, signInFor(`/sessions/${id}/summary`), "200", "404"],
    [`/sessions/${gone}/console`, signInFor(`/sessions/${gone}/console`), "404", "404"],
    [`/sessions/${gone}/summary`, signInFor(`/sessions/${gone}/summary`), "404", "404"],
    ["/sessions/no-uuid/console", signInFor("/sessions/no-uuid/console"), "404", "404"],
    [`/screen/${id}`, "404", "404", "404"],
    [`/screen/${id}?key=v1.nothing.nothing`, "404", "404", "404"],
    [`/screen/${gone}${key}`, "404", "404", "404"],
    [`/screen/${id}${key}`, "200", "200", "200"],
    [`/j/${code}`, "200", "200", "200"],
    [`/j?code=${code}`, `to /j/${code}`, `to /j/${code}`, `to /j/${code}`],
    [`/j/${code}/leave`, "to /notes", "to /notes", "to /notes"],
    ["/notes", "200", "200", "200"],
    ["/s/nothing", "404", "404", "404"],
    ["/nowhere", "404", "404", "404"],
    ["/dev/screens/phone", "404", "404", "404"],
    ["/dev/screens/console-live", "404", "404", "404"],
    ["/healthz", "200", "200", "200"],
    ["/readyz", "200", "200", "200"],
    ["/api/commands/session:start", "405", "405", "405"],
  ];
  const found: typeof matrix = [];
  for (const [path] of matrix) {
    const url = `${site.address}${path}`;
    const [a, b, c] = [nobody, facilitator, other].map((who) => outcome(who.request, url));
    found.push([path, (await a) ?? "", (await b) ?? "", (await c) ?? ""]);
  }
  expect(found.map(withoutCsrf)).toEqual(matrix);

  // What changes something, asked without being the one who may.
  const ask = async (who: BrowserContext, name: string, data: unknown, origin = site.address) => {
    const answer = await who.request.post(`${site.address}/api/commands/${name}`, {
      data,
      headers: { origin },
    });
    return answer.status();
  };
  const share = { id: randomUUID(), sessionId: id, days: 30 };
  expect(await ask(nobody, "share:create", share)).toBe(401);
  expect(await ask(other, "share:create", share)).toBe(404);
  expect(await ask(facilitator, "share:create", share, "http://elsewhere.invalid")).toBe(403);
  expect(await ask(nobody, "session:start", { id: randomUUID(), classId: randomUUID() })).toBe(401);
  expect(await ask(facilitator, "session:end", { rev: 0 })).toBe(404);
  expect(await ask(nobody, "sign-in:create", { email: account.email, password: "wrong wrong" })).toBe(404);
  expect(await ask(nobody, "account:create", { setupToken: "x", ...account })).toBe(410);
});

/** The detour for the form's token is said by its path alone. */
function withoutCsrf(row: [string, string, string, string]): typeof row {
  return row.map((cell) => cell.replace(/^(to \/api\/auth\/csrf).*/, "$1")) as typeof row;
}

test("signing out is the end everywhere: the cookie, every other browser, the live console", async ({
  ownSite: site,
  browser,
}) => {
  const laptop = await openDesk(browser);
  const page = await laptop.newPage();
  const link = site.setupPath();
  await makeAccount(page, site);
  const tablet = await openDesk(browser);
  const console = consoleOn(await tablet.newPage());
  await signIn(console.page, site);
  await startSession(console.page, site);
  const href = console.page.url();
  const kept = await laptop.storageState();

  await signOut(page, "signOutEverywhere");
  await expect(console.page.getByText(t("console.link.signed_out.title"))).toBeVisible();
  const replay = await openDesk(browser, kept);
  expect(await outcome(replay.request, `${site.address}/classes`)).toBe("to /sign-in?next=%2Fclasses");

  await console.page.getByRole("link", { name: t("console.link.signIn") }).click();
  await console.page.getByLabel(t("auth.email"), { exact: true }).fill(account.email);
  await console.page.getByLabel(t("auth.password"), { exact: true }).fill(account.password);
  await console.page.getByRole("button", { name: t("auth.signIn"), exact: true }).click();
  await console.page.waitForURL(href);
  await console.isConnected();

  await page.goto(`${site.address}${link}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("auth.linkUsed.title"));
});

test("a code that leads nowhere is said plainly, with a way on", async ({ facilitator, site, browser }) => {
  const phone = phoneOn(await (await openPhone(browser)).newPage());
  const type = async (code: string) => {
    await phone.page.getByRole("textbox").fill(code);
    await phone.page.getByRole("button", { name: t("home.goIn") }).tap();
  };
  await phone.page.goto(`${site.address}/`);
  await type("123");
  await expect(phone.page.getByText(t("home.wrongLength", { digits: 3 }))).toBeVisible();
  await type("0000 0000");
  await expect(phone.title).toHaveText(t("home.unknownTitle"));

  const console = await startSession(await facilitator.newPage(), site);
  const code = await console.code();
  await type(code);
  await phone.goIn();
  await expect(phone.title).toHaveText(t("phone.lobbyTitle"));
  await console.forward();
  await console.end();
  await expect(phone.title).toHaveText(t("phone.goodbyeTitle"));
  await phone.page.goto(`${site.address}/j/${code}`);
  await expect(phone.title).toHaveText(t("phone.goodbyeTitle"));
});

test("a class that is full says so", async ({ browser }) => {
  const site = await openSite({ ATTUNE_MAX_PHONES: "1" });
  const page = await (await openDesk(browser)).newPage();
  await makeAccount(page, site);
  const code = await (await startSession(page, site)).code();
  const first = await joinAs(await openPhone(browser), site.address, code);
  await expect(first.title).toHaveText(t("phone.lobbyTitle"));
  await expect(page.getByText(t("console.facts.phones", { count: 1 }))).toBeVisible();
  const second = await (await openPhone(browser)).newPage();
  await second.goto(`${site.address}/j/${code}`);
  await expect(second.getByRole("heading", { level: 1 })).toHaveText(t("home.fullTitle"));
  await first.page.context().close();
  await expect(page.getByText(t("console.facts.phones", { count: 0 }))).toBeVisible();
  await second.getByRole("link", { name: t("home.tryAgain") }).tap();
  await expect(second.getByRole("heading", { level: 1 })).toHaveText(t("phone.doorTitle"));
  await expect(page.getByText(t("console.facts.phones", { count: 1 }))).toBeVisible();
  await site.remove();
});

test("without JavaScript a phone gets in, and has the room's slide in its HTML", async ({
  facilitator,
  site,
  browser,
}) => {
  const console = await startSession(await facilitator.newPage(), site);
  const code = await console.code();
  await console.forward();
  await console.jumpTo("Attachment is being near in four ways");
  const plain = await browser.newContext({ javaScriptEnabled: false, locale: "en-GB" });
  const page = await plain.newPage();
  await page.goto(`${site.address}/`);
  await page.getByRole("textbox").fill(code);
  await page.getByRole("button", { name: t("home.goIn") }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Attachment is being near in four ways");
  await page.getByRole("button", { name: t("phone.goIn") }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Attachment is being near in four ways");
  await expect(page.getByRole("form", { name: t("phone.keptTitle") })).toBeHidden();
  await plain.close();
});

test("pages and scripts come compressed", async ({ facilitator, site, browser }) => {
  const console = await startSession(await facilitator.newPage(), site);
  const { request } = await openDesk(browser);
  const ask = (path: string) =>
    request.get(`${site.address}${path}`, { headers: { "accept-encoding": "gzip, br" } });
  const door = await ask(`/j/${await console.code()}`);
  const scripts = [...(await door.text()).matchAll(/\/_next\/static\/[^"\\]+?\.(?:js|css)/g)].map(
    ([path]) => path,
  );
  expect(scripts.length).toBeGreaterThan(3);
  for (const path of ["/", "/sign-in", `/j/${await console.code()}`, ...new Set(scripts)])
    expect.soft((await ask(path)).headers()["content-encoding"], path).toMatch(/^(br|gzip)$/);
});
