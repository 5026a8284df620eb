import { createHash } from "node:crypto";
import type { Locator } from "playwright/test";
import { attendanceToken, promptToken } from "@/app/_client/tokens";
import type { ResponseValue } from "@/protocol/kinds";
import { fitsSmallPhones, hasNoBarriers } from "@/tests/e2e/barriers";
import { attachmentClass, slideIn } from "@/tests/e2e/deck";
import { expect, joinAs, openPhone, startSession, test } from "@/tests/e2e/fixtures";
import { answersTo } from "@/tests/e2e/group";
import { lineOf } from "@/tests/e2e/line";
import type { ConsolePage } from "@/tests/e2e/pages/console";
import { type PhonePage, phoneOn } from "@/tests/e2e/pages/phone";
import { screenOn } from "@/tests/e2e/pages/screen";
import { recordSent } from "@/tests/e2e/sent";
import type { Site } from "@/tests/e2e/site";
import { answeredBy } from "@/tests/e2e/socket-phone";
import { wordsOf } from "@/tests/e2e/words";
import { askDatabase, databaseUrl } from "@/tests/support/attune-process";

const t = wordsOf("en");
const mine = "I count to four, and then I open the window";

const keyOf = (token: string) => createHash("sha256").update(Buffer.from(token, "hex")).digest("hex");

/** What the database holds under this key, as text, column by column. */
const stored = (site: Site, table: string, key: string): Promise<[string, string | null][][]> =>
  askDatabase(databaseUrl(site.data), async (sql) => {
    const rows = await sql`
      select array_agg(c.key order by c.nr) as names, array_agg(c.value order by c.nr) as values
      from ${sql(table)} held, json_each_text(row_to_json(held)) with ordinality as c(key, value, nr)
      where held.key = ${key} group by held.ctid`;
    return rows.map(({ names, values }) => names.map((name: string, at: number) => [name, values[at]]));
  });

/** The rows that the page shows of one thing, opened. */
async function shown(thing: Locator): Promise<[string, string | null][][]> {
  await thing.locator("summary").tap();
  return Promise.all(
    (await thing.locator("table").all()).map(async (table) =>
      Promise.all(
        (await table.locator("tbody tr").all()).map(async (row): Promise<[string, string | null]> => {
          const value = (await row.locator("td").textContent()) ?? "";
          return [(await row.locator("th").textContent()) ?? "", value === t("own.empty") ? null : value];
        }),
      ),
    ),
  );
}

const secretOf = (phone: PhonePage, console: ConsolePage) =>
  phone.page.evaluate(
    (key) => JSON.parse(localStorage.getItem(key) ?? "{}").secret as string,
    `attune:${console.sessionId()}`,
  );
const sheetOf = ({ page }: PhonePage) => page.getByRole("dialog", { name: t("own.title") });
async function openOwn(phone: PhonePage): Promise<Locator> {
  const menu = phone.page.getByText(t("phone.menu"), { exact: true });
  if (await menu.isVisible()) await menu.tap();
  await phone.page.getByRole("button", { name: t("phone.own.open") }).tap();
  await expect(sheetOf(phone)).toContainText(t("own.intro"));
  return sheetOf(phone);
}
const confirm = (phone: PhonePage, count: number) =>
  phone.page
    .getByRole("dialog", { name: t("own.confirm.title", { count }) })
    .getByRole("button", { name: t("own.confirm.yes", { count }), exact: true })
    .tap();

type Room = { site: Site; console: ConsolePage; phone: PhonePage };

/** Asks for a choice and for a card; the phone and three others answer, and the room sees both. */
async function askBoth({ site, console, phone }: Room, code: string) {
  const deck = await attachmentClass();
  const choice = deck.slides.find((slide) => slide.kind === "choice" && slide.from === null);
  const open = slideIn(deck, "calm-do-ideas", "open");
  const [picked] = choice ? answersTo(choice) : [];
  if (!choice || !picked) throw new Error("The class asks for no choice.");
  const card = (text: string): ResponseValue => ({ kind: "open", text, language: "en" });
  await console.forward();
  for (const { slide, own, others } of [
    { slide: choice, own: picked, others: picked },
    { slide: open, own: card(mine), others: card("A glass of cold water") },
  ]) {
    await console.jumpTo(slide.title);
    await console.forward();
    await phone.answer(slide, own);
    await phone.isSent();
    await answeredBy(3, site.address, code, {
      sessionId: console.sessionId(),
      slide: slide.id,
      value: others,
    });
    await console.forward();
    await expect(phone.asked).toBeHidden();
    await expect(console.answers).toContainText(t("console.prompt.onlyYou"));
    await console.showResults();
    await expect(phone.results).toBeVisible();
  }
  return { choice, open };
}

test("a parent sees what the database holds of this phone, to the letter, and takes all of it back", async ({
  facilitator,
  site,
  browser,
}) => {
  const console = await startSession(await facilitator.newPage(), site);
  const screen = screenOn(await console.openScreen());
  const code = await console.code();
  const phone = await joinAs(await openPhone(browser), site.address, code);
  const sent = recordSent(phone.page);
  const { choice, open } = await askBoth({ site, console, phone }, code);
  await expect(screen.main).toContainText(mine);
  await expect(console.facts).toContainText(t("console.facts.answers", { count: 4 }));

  const id = console.sessionId();
  const secret = await secretOf(phone, console);
  const [card, pick, here] = [
    promptToken(secret, id, open.id),
    promptToken(secret, id, choice.id),
    attendanceToken(secret, id),
  ];
  const sheet = await openOwn(phone);
  await expect(sheet.getByRole("status")).toHaveText(t("own.looked"));
  const answers = sheet.locator("[data-thing=response]");
  await expect(answers).toHaveCount(2);
  const ofCard = answers.filter({ hasText: mine });
  const ofPick = answers.filter({ hasText: choice.title });
  for (const one of [ofCard, ofPick]) await expect(one).toContainText(t("own.state.published"));
  expect(await shown(ofCard)).toEqual(await stored(site, "responses", keyOf(card)));
  expect(await shown(ofPick)).toEqual(await stored(site, "responses", keyOf(pick)));
  expect(await shown(sheet.locator("[data-thing=attendance]"))).toEqual(
    await stored(site, "attendances", keyOf(here)),
  );
  await expect(sheet.locator("dl div", { hasText: "responses" })).toContainText("8");
  await hasNoBarriers(phone.page, "own", ["phone"]);
  await fitsSmallPhones(phone.page, "own");

  await sheet.getByRole("button", { name: t("own.takeAll") }).tap();
  await expect(phone.dialog.last()).toContainText(t("own.confirm.seen"));
  await hasNoBarriers(phone.page, "own confirm", ["phone"]);
  await confirm(phone, 2);
  await expect(sheet.getByRole("status")).toHaveText(t("own.allGone"));
  for (const one of await answers.all()) await expect(one).toContainText(t("own.state.none"));
  for (const token of [card, pick]) expect(await stored(site, "responses", keyOf(token))).toEqual([]);
  await expect(screen.main).not.toContainText(mine);
  await expect(screen.main).toContainText("A glass of cold water");
  await expect(console.answers).not.toContainText(mine);
  await expect(phone.results).not.toContainText(mine);
  await expect(console.facts).toContainText(t("console.facts.answers", { count: 3 }));

  // No message names two of them.
  const tokens = [card, pick, here];
  for (const one of await sent.all())
    expect(tokens.filter((token) => one.includes(token)).length).toBeLessThanOrEqual(1);

  // Where it is asked again, it can be answered anew.
  await sheet.getByRole("button", { name: t("phone.close") }).tap();
  await console.key("o");
  await expect(phone.form).toBeVisible();
  await phone.answer(open, { kind: "open", text: "Another thought", language: "en" });
  await phone.isSent();
  expect(await stored(site, "responses", keyOf(card))).toHaveLength(1);
});

test("what is taken back without a network goes out by itself later, after the end, with the page closed meanwhile", async ({
  facilitator,
  site,
  browser,
}) => {
  const console = await startSession(await facilitator.newPage(), site);
  const code = await console.code();
  const context = await openPhone(browser);
  const line = await lineOf(context);
  const phone = await joinAs(context, site.address, code);
  const { open, choice } = await askBoth({ site, console, phone }, code);
  const secret = await secretOf(phone, console);
  const id = console.sessionId();
  const [card, pick, here] = [
    keyOf(promptToken(secret, id, open.id)),
    keyOf(promptToken(secret, id, choice.id)),
    keyOf(attendanceToken(secret, id)),
  ];
  const sheet = await openOwn(phone);
  await expect(sheet.getByRole("status")).toHaveText(t("own.looked"));
  await line.cut();
  const ofCard = sheet.locator("[data-thing=response]", { hasText: mine });
  await ofCard.getByRole("button", { name: t("own.take") }).tap();
  await confirm(phone, 1);
  await expect(ofCard).toContainText(t("own.state.goingLater"));
  await expect(sheet.getByRole("status")).toHaveText(t("own.goingLater", { count: 1 }));
  expect(await stored(site, "responses", card)).toHaveLength(1);
  await phone.page.close();
  await console.end();

  await line.mend();
  const later = await context.newPage();
  await later.goto(`${site.address}/j/${code}`);
  await expect(later.getByRole("heading", { level: 1 })).toHaveText(t("phone.goodbyeTitle"));
  await expect.poll(() => stored(site, "responses", card)).toEqual([]);

  // The rest is still to be seen, and can go too: now that the class is over, even that a phone was here.
  const over = phoneOn(later);
  const rest = await openOwn(over);
  await expect(rest.locator("[data-thing=response]")).toHaveCount(1);
  await expect(rest.locator("[data-thing=response]")).toContainText(choice.title);
  await rest.getByRole("button", { name: t("own.takeAll") }).tap();
  await confirm(over, 2);
  await expect(rest.getByRole("status")).toHaveText(t("own.allGone"));
  expect(await stored(site, "responses", pick)).toEqual([]);
  expect(await stored(site, "attendances", here)).toEqual([]);
  await hasNoBarriers(later, "own after the end", ["phone"]);
});
