import type { BrowserContext } from "playwright/test";
import { attachmentClass, slideIn } from "@/tests/e2e/deck";
import { expect, joinAs, openPhone, startSession, test } from "@/tests/e2e/fixtures";
import { type Line, lineOf } from "@/tests/e2e/line";
import type { ConsolePage } from "@/tests/e2e/pages/console";
import { type PhonePage, phoneOn } from "@/tests/e2e/pages/phone";
import { wordsOf } from "@/tests/e2e/words";
import { askDatabase, databaseUrl } from "@/tests/support/attune-process";

const t = wordsOf("en");

/** How late an answer may come, as the facilitator chooses it. */
async function chooseGrace({ page, dialog }: ConsolePage, seconds: number): Promise<void> {
  await page.getByRole("button", { name: t("console.dock.more"), exact: true }).click();
  await dialog.getByRole("button", { name: t("console.sheets.room.title") }).click();
  await dialog
    .getByRole("combobox", { name: t("console.sheets.room.grace.label") })
    .selectOption({ label: t("console.sheets.room.grace.within", { seconds }) });
  await dialog.getByRole("button", { name: t("console.sheets.room.save") }).click();
  await expect(dialog).toBeHidden();
}

/** Writes an answer without network, and puts the page away. */
async function writeOffline(phone: PhonePage, line: Line, write: () => Promise<void>): Promise<void> {
  await line.cut();
  await expect(phone.banner).toHaveText(t("phone.linkOffline"));
  await write();
  await expect(phone.status).toContainText(t("phone.willBeSent"));
  await phone.page.close();
}

/** The page opened anew, as from the phone's list of tabs. */
async function openAgain(context: BrowserContext, address: string, code: string): Promise<PhonePage> {
  const page = await context.newPage();
  await page.goto(`${address}/j/${code}`);
  return phoneOn(page);
}

test("an answer written offline goes out when the page is opened again, also after the prompt has closed", async ({
  facilitator,
  site,
  browser,
}) => {
  const deck = await attachmentClass();
  const words = slideIn(deck, "arriving", "words");
  const console = await startSession(await facilitator.newPage(), site);
  await chooseGrace(console, 600);
  const code = await console.code();
  const pocket = await openPhone(browser);
  const line = await lineOf(pocket);
  const phone = await joinAs(pocket, site.address, code);
  await console.forward();
  await console.jumpTo(words.title);
  await console.forward();
  await expect(phone.form).toBeVisible();

  await writeOffline(phone, line, () => phone.answer(words, { kind: "words", words: ["tired"] }));
  await console.forward();
  await expect(console.stage).toContainText(t("console.stage.phase.closed"));
  await expect(console.facts).toContainText(t("console.facts.answers", { count: 0 }));

  await line.mend();
  const again = await openAgain(pocket, site.address, code);
  await again.isSent();
  await expect(console.facts).toContainText(t("console.facts.answered", { responses: 1, phones: 1 }));
  // Opened once more it is the same answer.
  await again.page.reload();
  await again.isSent();
  const rows = await askDatabase(
    databaseUrl(site.data),
    (sql) => sql`select value from responses where session_id = ${console.sessionId()}`,
  );
  expect(rows.map(({ value }) => value)).toEqual([{ kind: "words", words: ["tired"] }]);
});

test("an answer that comes after the grace says so, and is kept for what is taken home", async ({
  facilitator,
  site,
  browser,
}) => {
  const deck = await attachmentClass();
  const words = slideIn(deck, "arriving", "words");
  const console = await startSession(await facilitator.newPage(), site);
  await chooseGrace(console, 0);
  const code = await console.code();
  const pocket = await openPhone(browser);
  const line = await lineOf(pocket);
  const phone = await joinAs(pocket, site.address, code);
  await console.forward();
  await console.jumpTo(words.title);
  await console.forward();
  await expect(phone.form).toBeVisible();

  await writeOffline(phone, line, () => phone.answer(words, { kind: "words", words: ["tired"] }));
  await console.forward();
  await expect(console.stage).toContainText(t("console.stage.phase.closed"));

  await line.mend();
  const again = await openAgain(pocket, site.address, code);
  await expect(again.status).toContainText(t("phone.late"));
  await expect(again.status).toContainText(t("phone.lateText"));
  await expect(again.main).toContainText("tired");
  await expect(console.facts).toContainText(t("console.facts.answered", { responses: 0, phones: 1 }));

  await console.end();
  await expect(again.title).toHaveText(t("phone.goodbyeTitle"));
  await expect(again.main).toContainText(t("phone.notSent"));
  await again.page
    .getByRole("button", { name: t("phone.keepsake.open") })
    .first()
    .tap();
  await expect(again.dialog).toContainText("tired");
});

test("when the class is over before the phone is back, the page says what was not sent, and keeps it", async ({
  facilitator,
  site,
  browser,
}) => {
  const deck = await attachmentClass();
  const words = slideIn(deck, "arriving", "words");
  const console = await startSession(await facilitator.newPage(), site);
  const code = await console.code();
  const pocket = await openPhone(browser);
  const line = await lineOf(pocket);
  const phone = await joinAs(pocket, site.address, code);
  await console.forward();
  await console.jumpTo(words.title);
  await console.forward();
  await expect(phone.form).toBeVisible();
  await writeOffline(phone, line, () => phone.answer(words, { kind: "words", words: ["tired"] }));
  await console.end();

  await line.mend();
  const again = await openAgain(pocket, site.address, code);
  await expect(again.title).toHaveText(t("phone.goodbyeTitle"));
  await expect(again.main).toContainText("tired");
  await expect(again.main).toContainText(t("phone.notSent"));
  await again.page
    .getByRole("button", { name: t("phone.keepsake.open") })
    .first()
    .tap();
  await expect(again.dialog).toContainText("tired");
});

test("what was asked a moment before goes out with who leaves quickly", async ({
  facilitator,
  site,
  browser,
}) => {
  const console = await startSession(await facilitator.newPage(), site);
  const code = await console.code();
  const pocket = await openPhone(browser);
  const line = await lineOf(pocket);
  const phone = await joinAs(pocket, site.address, code);
  await console.forward();
  const dialog = await phone.lay("phone.questions.open");
  await dialog.getByRole("textbox").fill("Does it pass?");
  // It is lost on its way; the page knows only that nobody has answered yet.
  line.lose("question:ask");
  await dialog.getByRole("button", { name: t("phone.questions.ask"), exact: true }).tap();
  await expect(dialog).toContainText(t("phone.questions.status.waiting"));
  await dialog.getByRole("button", { name: t("phone.close") }).tap();
  await phone.page
    .getByRole("link", { name: t("phone.leave.open") })
    .last()
    .tap();
  await phone.page.waitForURL(/\/notes$/);
  await expect
    .poll(async () => {
      const rows = await askDatabase(
        databaseUrl(site.data),
        (sql) => sql`select text from questions where session_id = ${console.sessionId()}`,
      );
      return rows.map(({ text }) => text);
    })
    .toEqual(["Does it pass?"]);
});
