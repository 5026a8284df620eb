import type { BrowserContext, Page } from "playwright/test";
import type { Slide } from "@/protocol/kinds";
import { attachmentClass } from "@/tests/e2e/deck";
import { expect, joinAs, openPhone, startSession, test } from "@/tests/e2e/fixtures";
import { lineOf } from "@/tests/e2e/line";
import { phoneOn } from "@/tests/e2e/pages/phone";
import { wordsOf } from "@/tests/e2e/words";

const t = wordsOf("en");
const es = wordsOf("es");

async function firstOf<K extends Slide["kind"]>(kind: K): Promise<Extract<Slide, { kind: K }>> {
  const { slides } = await attachmentClass();
  const found = slides.find((slide): slide is Extract<Slide, { kind: K }> => slide.kind === kind);
  if (!found) throw new Error(`The class has no ${kind}.`);
  return found;
}

const keptBy = (page: Page) =>
  page.evaluate(() => ({ local: Object.keys(localStorage), session: Object.keys(sessionStorage) }));
const leaveBy = (page: Page, name = t("phone.leave.open")) => page.getByRole("link", { name }).last().tap();
const isAway = async (page: Page) => {
  await page.waitForURL(/\/notes$/);
  await expect(page).toHaveTitle(t("phone.leave.title"));
};

/** Nothing of the class is on this phone. */
async function isClean(context: BrowserContext, page: Page): Promise<void> {
  expect(await keptBy(page)).toEqual({ local: [], session: [] });
  expect(await context.cookies()).toEqual([]);
}

test("one tap leaves, with what was just sent, and nothing of the class stays on the phone", async ({
  facilitator,
  site,
  browser,
}) => {
  const words = await firstOf("words");
  const console = await startSession(await facilitator.newPage(), site);
  const code = await console.code();
  await console.forward();
  await console.jumpTo(words.title);
  await console.forward();
  const context = await openPhone(browser);
  const page = await context.newPage();
  // By the entrance, so that the history has something of the class to go back to.
  await page.goto(`${site.address}/`);
  await page.getByRole("textbox").fill(code);
  await page.getByRole("button", { name: t("home.goIn") }).tap();
  const phone = await joinAs(context, site.address, code);
  const send = phone.page.getByRole("button", { name: t("phone.send"), exact: true });
  await expect(send).toBeEnabled();
  await phone.page.goto(`${site.address}/j/${code}?again`);
  await expect(send).toBeEnabled();
  await phone.page.getByText(t("phone.menu"), { exact: true }).tap();
  await phone.page.getByRole("radio", { name: t("phone.readingLarge"), exact: true }).check();
  await phone.page.getByRole("combobox", { name: t("phone.language.label") }).selectOption("es");
  await expect(phone.page.getByText(es("phone.menu"), { exact: true })).toBeVisible();
  expect((await keptBy(phone.page)).local.length).toBeGreaterThan(1);
  expect((await context.cookies()).map(({ name }) => name).sort()).toEqual([
    "attune_follow",
    "attune_in",
    "attune_language",
    "attune_reading",
  ]);

  await phone.page.getByText(es("phone.menu"), { exact: true }).tap();
  await phoneOn(phone.page, "es").form.getByRole("textbox").first().fill("tired");
  await phone.page.getByRole("button", { name: es("phone.send"), exact: true }).tap();
  await leaveBy(phone.page, es("phone.leave.open"));
  await isAway(phone.page);
  await isClean(context, phone.page);
  await phone.page.goBack();
  await phone.page.waitForURL(`${site.address}/`);
  // The phone's other page of the class went with it; what was sent is there, and no phone.
  await isAway(page);
  await expect(console.facts).toContainText(t("console.facts.answers", { count: 1 }));
});

test("Escape pressed twice leaves, also from a sheet, and also where there is no network", async ({
  facilitator,
  site,
  browser,
}) => {
  const console = await startSession(await facilitator.newPage(), site);
  const context = await openPhone(browser);
  const line = await lineOf(context);
  const { page } = await joinAs(context, site.address, await console.code());
  await page.getByRole("button", { name: t("phone.support.open") }).tap();
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await isAway(page);
  await isClean(context, page);

  const again = (await joinAs(context, site.address, await console.code())).page;
  await expect(again.getByRole("heading", { level: 1 })).toHaveText(t("phone.lobbyTitle"));
  await line.cut();
  await expect(again.getByText(t("phone.linkOffline"))).toBeVisible();
  await leaveBy(again);
  await again.waitForURL("about:blank");
  expect((await context.cookies()).map(({ name }) => name)).toEqual([]);
  await line.mend();
  await again.goto(`${site.address}/notes`);
  expect(await keptBy(again)).toEqual({ local: [], session: [] });
});

test("before the script, and without one, the same link leads away", async ({
  facilitator,
  site,
  browser,
}) => {
  const console = await startSession(await facilitator.newPage(), site);
  const plain = await browser.newContext({ javaScriptEnabled: false, locale: "en-GB" });
  const page = await plain.newPage();
  await page.goto(`${site.address}/j/${await console.code()}`);
  await page.getByRole("link", { name: t("phone.leave.open") }).click();
  await isAway(page);
  expect(await plain.cookies()).toEqual([]);
});

test("help is one tap away in the lobby, on a slide, without a network, at the end and at a closed door", async ({
  facilitator,
  site,
  browser,
}) => {
  const console = await startSession(await facilitator.newPage(), site);
  const code = await console.code();
  const context = await openPhone(browser);
  const line = await lineOf(context);
  const page = await context.newPage();
  const helps = async () => {
    await page.getByRole("button", { name: t("phone.support.open") }).tap();
    const sheet = page.getByRole("dialog", { name: t("phone.support.title") });
    await expect(sheet).toContainText(t("phone.support.here"));
    await expect(sheet).toContainText(t("phone.support.danger"));
    await sheet.getByRole("button", { name: t("phone.close") }).tap();
    await expect(sheet).toBeHidden();
  };
  await page.goto(`${site.address}/j/${code}`);
  await helps();
  await page.getByRole("button", { name: t("phone.goIn") }).tap();
  await helps();
  await console.forward();
  await helps();
  await line.cut();
  await expect(page.getByText(t("phone.linkOffline"))).toBeVisible();
  await helps();
  await line.mend();
  await console.end();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("phone.goodbyeTitle"));
  await helps();
  await page.reload();
  await helps();
  await page.goto(`${site.address}/j/00000000`);
  await helps();
});
