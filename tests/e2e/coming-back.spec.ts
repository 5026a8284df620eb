import { attachmentClass, slideIn } from "@/tests/e2e/deck";
import { expect, joinAs, openPhone, startSession, test } from "@/tests/e2e/fixtures";
import { lineOf } from "@/tests/e2e/line";
import { screenOn } from "@/tests/e2e/pages/screen";
import { wordsOf } from "@/tests/e2e/words";
import { askDatabase, databaseUrl } from "@/tests/support/attune-process";

const t = wordsOf("en");

test("a phone without network comes back by itself, and sends what was written meanwhile", async ({
  facilitator,
  site,
  browser,
}) => {
  const deck = await attachmentClass();
  const [words, choice] = [slideIn(deck, "arriving", "words"), slideIn(deck, "not-teach-guess", "choice")];
  const console = await startSession(await facilitator.newPage(), site);
  const pocket = await openPhone(browser);
  const line = await lineOf(pocket);
  const phone = await joinAs(pocket, site.address, await console.code());
  await console.forward();
  await expect(phone.title).toHaveText(deck.slides[0]?.title ?? "");

  await line.cut();
  await expect(phone.banner).toHaveText(t("phone.linkOffline"));
  await console.jumpTo("Attachment is being near in four ways");
  await console.jumpTo(words.title);
  await console.forward();
  await expect(console.stage).toContainText(t("console.stage.phase.open"));

  await line.mend();
  await expect(phone.banner).toBeEmpty();
  await expect(phone.title).toHaveText(words.title);
  await phone.answer(words, { kind: "words", words: ["tired", "late"] });
  await phone.isSent();

  await console.jumpTo(choice.title);
  await console.forward();
  await expect(phone.form).toBeVisible();
  await line.cut();
  await expect(phone.banner).toHaveText(t("phone.linkOffline"));
  await phone.answer(choice, { kind: "choice", options: [choice.options[1]?.id ?? ""] });
  await expect(phone.status).toContainText(t("phone.willBeSent"));
  await expect(console.facts).toContainText(t("console.facts.answers", { count: 0 }));
  await line.mend();
  await phone.isSent();
  await expect(console.facts).toContainText(t("console.facts.answered", { responses: 1, phones: 1 }));

  await phone.page.reload();
  await phone.isSent();
  await expect(phone.main).toContainText(choice.options[1]?.text ?? "");
  const rows = await askDatabase(
    databaseUrl(site.data),
    (sql) =>
      sql`select prompt_id from responses where session_id = ${console.sessionId()} order by prompt_id`,
  );
  expect(rows.map((row) => row.prompt_id)).toEqual([words.id, choice.id]);
});

test("a phone that sleeps, and one whose line is cut, find their place again", async ({
  facilitator,
  site,
  browser,
}) => {
  const deck = await attachmentClass();
  const console = await startSession(await facilitator.newPage(), site);
  const code = await console.code();
  const sleeper = await joinAs(await openPhone(browser), site.address, code);

  const other = await openPhone(browser);
  const line = await lineOf(other);
  const severed = await joinAs(other, site.address, code);
  await expect(severed.title).toHaveText(t("phone.lobbyTitle"));
  await console.forward();
  for (const phone of [sleeper, severed]) await expect(phone.title).toHaveText(deck.slides[0]?.title ?? "");

  const power = await sleeper.page.context().newCDPSession(sleeper.page);
  await power.send("Page.setWebLifecycleState", { state: "frozen" });
  await line.sever();
  await console.jumpTo("What we keep from part two");
  await power.send("Page.setWebLifecycleState", { state: "active" });
  for (const phone of [sleeper, severed]) await expect(phone.title).toHaveText("What we keep from part two");
});

test("phones and screen say when it is the console that is away", async ({ facilitator, site, browser }) => {
  const page = await facilitator.newPage();
  const console = await startSession(page, site);
  const screen = screenOn(await console.openScreen());
  const phone = await joinAs(await openPhone(browser), site.address, await console.code());
  await expect(phone.title).toHaveText(t("phone.lobbyTitle"));
  const { href } = new URL(page.url());

  await page.close();
  await expect(phone.banner).toHaveText(t("phone.linkFacilitatorAway"));
  await expect(screen.note).toHaveText(t("screen.facilitatorAway"));

  await (await facilitator.newPage()).goto(href);
  await expect(phone.banner).toBeEmpty();
  await expect(screen.note).toBeEmpty();
});

test("the console says when it is the one without network, and what that means", async ({
  facilitator,
  site,
}) => {
  const line = await lineOf(facilitator);
  const page = await facilitator.newPage();
  const console = await startSession(page, site);
  await console.forward();
  await expect(console.header).toContainText(t("console.header.place", { place: 1, slides: 38 }));
  await line.cut();
  await expect(page.getByText(t("console.link.offline.title"))).toBeVisible();
  await console.key("PageDown");
  await expect(console.notice).toContainText(t("console.notice.offline"));
  await line.mend();
  await console.isConnected();
});

test("a device that calls itself offline while its line holds stays in step", async ({
  facilitator,
  site,
  browser,
}) => {
  const console = await startSession(await facilitator.newPage(), site);
  const phone = await joinAs(await openPhone(browser), site.address, await console.code());
  await expect(phone.title).toHaveText(t("phone.lobbyTitle"));
  // Chromium would hold every message of a device that it takes offline, so it is only told so.
  for (const { page } of [phone, console])
    await page.evaluate(() => {
      Object.defineProperty(navigator, "onLine", { configurable: true, value: false });
      window.dispatchEvent(new Event("offline"));
    });
  await console.forward();
  await expect(phone.title).toHaveText("Welcome");
  await expect(phone.banner).toBeEmpty();
  await console.isConnected();
});
