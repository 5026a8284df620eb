import type { Deck } from "@/protocol/classes";
import type { Slide } from "@/protocol/kinds";
import type { Language } from "@/protocol/limits";
import { fitsSmallPhones, hasNoBarriers } from "@/tests/e2e/barriers";
import { attachmentClass, inLanguage, slideIn } from "@/tests/e2e/deck";
import { expect, joinAs, openDesk, openPhone, startSession, test } from "@/tests/e2e/fixtures";
import { answersTo } from "@/tests/e2e/group";
import { lineOf } from "@/tests/e2e/line";
import { screenOn } from "@/tests/e2e/pages/screen";
import { answeredBy } from "@/tests/e2e/socket-phone";
import { wordsOf } from "@/tests/e2e/words";

const t = wordsOf("en");

test("the doors have no barriers", async ({ site, ownSite, browser }) => {
  const page = await (await openDesk(browser)).newPage();
  const parent = await (await openPhone(browser, "es")).newPage();
  await page.goto(`${ownSite.address}${ownSite.setupPath()}`);
  await hasNoBarriers(page, "setup");
  await page.goto(`${site.address}/sign-in`);
  await hasNoBarriers(page, "sign-in");
  await page.getByLabel(t("auth.email"), { exact: true }).fill("nobody@example.org");
  await page.getByLabel(t("auth.password"), { exact: true }).fill("not the password");
  await page.getByRole("button", { name: t("auth.signIn"), exact: true }).click();
  await expect(page.getByText(t("auth.refused.credentials_wrong"))).toBeVisible();
  await hasNoBarriers(page, "sign-in, refused");
  for (const path of ["/setup?token=used", "/s/nothing", "/nowhere"]) {
    await page.goto(`${site.address}${path}`);
    await hasNoBarriers(page, path);
  }
  for (const path of ["/", "/?code=12", "/j/00000000"]) {
    await parent.goto(`${site.address}${path}`);
    await hasNoBarriers(parent, `${path}, Spanish`);
    await fitsSmallPhones(parent, path);
    await page.goto(`${site.address}${path}`);
    await hasNoBarriers(page, path);
  }
});

test("the desk has no barriers", async ({ facilitator, site, browser }) => {
  test.setTimeout(600_000);
  const page = await facilitator.newPage();
  const classes = `${site.address}/classes`;
  await page.goto(classes);
  await hasNoBarriers(page, "classes");
  await page.getByRole("link", { name: /^Attachment/ }).click();
  await expect(page).toHaveURL(/\/classes\/[^/]+$/);
  await hasNoBarriers(page, "a class");
  const { pathname } = new URL(page.url());
  for (const sheet of ["guide", "handout", "cards"]) {
    await page.goto(`${site.address}${pathname}/${sheet}`);
    await hasNoBarriers(page, `a class, ${sheet}`);
  }
  await page.goto(`${site.address}/team`);
  await page.getByRole("button", { name: t("team.contacts.add") }).click();
  await hasNoBarriers(page, "team");

  const console = await startSession(page, site);
  const screen = screenOn(await console.openScreen());
  const phone = await joinAs(await openPhone(browser), site.address, await console.code());
  await hasNoBarriers(page, "console, lobby");
  await hasNoBarriers(screen.page, "screen, lobby", ["projector"]);
  await console.forward();
  await hasNoBarriers(page, "console, content");

  const asking = await phone.lay("phone.questions.open");
  await asking.getByRole("textbox").fill("Is a grandmother enough?");
  await asking.getByRole("button", { name: t("phone.questions.ask"), exact: true }).tap();
  for (const sheet of ["jump", "timer"]) {
    await console.quiet(sheet).click();
    await expect(console.dialog).toBeVisible();
    await hasNoBarriers(page, `console, ${sheet}`);
    await page.keyboard.press("Escape");
  }
  await console.header.getByRole("button", { name: t("console.header.join") }).click();
  await expect(console.dialog).toBeVisible();
  await hasNoBarriers(page, "console, join");
  await page.keyboard.press("Escape");
  for (const sheet of ["questions", "room", "support", "release", "languages", "help", "end"]) {
    await page.getByRole("button", { name: t("console.dock.more"), exact: true }).click();
    await console.dialog
      .getByRole("button", { name: t(`console.sheets.more.${sheet}`), exact: true })
      .click();
    await expect(page.locator(`dialog[data-sheet=${sheet}]`)).toBeVisible();
    if (sheet === "questions") {
      await console.dialog.getByRole("button", { name: t("console.questions.putOn") }).click();
      await expect(screen.main).toContainText("Is a grandmother enough?");
      await hasNoBarriers(screen.page, "screen, questions", ["projector"]);
    }
    await hasNoBarriers(page, `console, ${sheet}`);
    if (sheet === "questions")
      await console.dialog.getByRole("button", { name: t("console.questions.takeOff") }).click();
    await page.keyboard.press("Escape");
  }
  await page.goto(`${site.address}/sessions`);
  await hasNoBarriers(page, "sessions");
});

test("console, screen and summary have no barriers, whatever is asked", async ({
  facilitator,
  site,
  browser,
}) => {
  test.setTimeout(600_000);
  const deck = await attachmentClass();
  const page = await facilitator.newPage();
  const console = await startSession(page, site);
  const screen = screenOn(await console.openScreen());
  const code = await console.code();
  await console.forward();
  for (const slide of firstOfEach(deck)) {
    const state = slide.kind;
    await console.jumpTo(slide.title);
    await console.forward();
    if (slide.kind === "pause" || slide.kind === "pair") {
      await expect(console.stage).toContainText(t("console.stage.timed.open"));
    } else {
      const [value] = answersTo(slide);
      if (!value) throw new Error(`Nothing is asked on ${slide.id}.`);
      await answeredBy(3, site.address, code, { sessionId: console.sessionId(), slide: slide.id, value });
      const hands = console.answers.locator("summary").filter({ hasText: t("console.hands.title") });
      if (await hands.isVisible()) await hands.click();
    }
    await hasNoBarriers(page, `console, ${state} open`, ["phone"]);
    await hasNoBarriers(screen.page, `screen, ${state} open`, ["projector"]);
    await console.forward();
    if (slide.kind === "pause" || slide.kind === "pair") {
      await expect(console.stage).toContainText(t("console.stage.timed.closed"));
    } else {
      if (slide.kind === "reflect") continue;
      await expect(console.answers).toContainText(t("console.prompt.onlyYou"));
      await console.showResults();
      await expect(console.answers).toContainText(t("console.prompt.roomSees"));
    }
    if (slide.kind === "open") {
      await console.leaveFields();
      await console.key("g");
      await console.board.getByLabel(t("console.cards.board.new"), { exact: true }).fill("Water");
      await page.keyboard.press("Enter");
      await console.board.getByRole("combobox").first().selectOption("Water");
      await expect(screen.main.getByRole("heading", { name: "Water" })).toBeVisible();
      await hasNoBarriers(page, "console, board");
    }
    await hasNoBarriers(page, `console, ${state} closed`, ["desktop"]);
    await hasNoBarriers(screen.page, `screen, ${state} closed`, ["projector"]);
  }
  await console.end();
  await hasNoBarriers(page, "console, ended");
  await hasNoBarriers(screen.page, "screen, ended", ["projector"]);
  await page.getByRole("link", { name: t("console.ended.toSummary") }).click();
  await page.getByRole("button", { name: t("summary.share.create") }).click();
  const link = await page.getByLabel(t("summary.share.link"), { exact: true }).inputValue();
  await hasNoBarriers(page, "summary");
  const parent = await (await openPhone(browser)).newPage();
  await parent.goto(link);
  await hasNoBarriers(parent, "shared summary");
  await fitsSmallPhones(parent, "shared summary");
});

for (const language of ["en", "es"] as const satisfies Language[])
  test(`the phone has no barriers (${language})`, async ({ facilitator, site, browser }) => {
    test.setTimeout(600_000);
    const deck = await attachmentClass();
    const console = await startSession(await facilitator.newPage(), site);
    const code = await console.code();
    const context = await openPhone(browser, language);
    const line = await lineOf(context);
    const arriving = await context.newPage();
    await arriving.goto(`${site.address}/j/${code}`);
    await hasNoBarriers(arriving, "promise");
    await fitsSmallPhones(arriving, "promise");
    await arriving.close();
    const phone = await joinAs(context, site.address, code, language);
    const isSound = async (state: string) => {
      // The colours are the same in every language; only the words are longer.
      await hasNoBarriers(phone.page, state, ["phone"], language === "en" ? ["light", "dark"] : ["light"]);
      await fitsSmallPhones(phone.page, state);
    };
    await expect(phone.title).toHaveText(phone.t("phone.lobbyTitle"));
    await isSound("lobby");
    await phone.page.locator("summary", { hasText: phone.t("phone.menu") }).tap();
    await isSound("menu");
    await phone.page.getByRole("button", { name: phone.t("phone.keepsake.open") }).tap();
    await expect(phone.dialog).toBeVisible();
    await isSound("keepsake");
    await phone.dialog.getByRole("button", { name: phone.t("phone.close") }).tap();

    const steps = slideIn(deck, "is-teach-near", "content");
    await console.forward();
    await console.jumpTo(steps.title);
    await expect(phone.title).toHaveText(inLanguage(deck, steps, language).title);
    await isSound("content");
    for (const sheet of ["questions", "pulse", "support"]) {
      await phone.lay(`phone.${sheet}.open`);
      await expect(phone.dialog).toBeVisible();
      await isSound(sheet);
      await phone.dialog.getByRole("button", { name: phone.t("phone.close") }).tap();
      await expect(phone.dialog).toBeHidden();
    }
    await line.cut();
    await expect(phone.banner).toHaveText(phone.t("phone.linkOffline"));
    await isSound("offline");
    await line.mend();
    await expect(phone.banner).toBeEmpty();

    for (const slide of firstOfEach(deck)) {
      const shown = inLanguage(deck, slide, language);
      const { kind } = slide;
      await console.jumpTo(slide.title);
      await expect(phone.title).toHaveText(shown.title);
      await isSound(`${kind} ready`);
      await console.forward();
      if (slide.kind === "pause" || slide.kind === "pair") {
        await expect(console.stage).toContainText(t("console.stage.timed.open"));
        await isSound(`${kind} running`);
        await console.forward();
        await expect(phone.main).toContainText(
          phone.t(slide.kind === "pause" ? "phone.pause.over" : "phone.pair.back"),
        );
        await isSound(`${kind} over`);
        continue;
      }
      const [value] = answersTo(slide);
      if (!value) throw new Error(`Nothing is asked on ${slide.id}.`);
      await expect(phone.asked).toBeVisible();
      if (kind !== "reflect") {
        await phone.page.getByRole("button", { name: phone.t("phone.send"), exact: true }).tap();
        await expect(phone.form.getByRole("alert")).toBeVisible();
      }
      await isSound(`${kind} open`);
      await phone.answer(shown, value);
      await phone.isSent();
      await isSound(`${kind} sent`);
      await answeredBy(3, site.address, code, { sessionId: console.sessionId(), slide: slide.id, value });
      await console.forward();
      await expect(phone.asked).toBeHidden();
      await isSound(`${kind} closed`);
      if (kind === "reflect") continue;
      await expect(console.answers).toContainText(t("console.prompt.onlyYou"));
      await console.showResults();
      await expect(phone.results).toBeVisible();
      await isSound(`${kind} shown`);
    }
    await console.end();
    await expect(phone.title).toHaveText(phone.t("phone.goodbyeTitle"));
    await isSound("goodbye");
    await hasNoBarriers(phone.page, "goodbye", ["desktop"]);
  });

/** One slide of each kind on which something is done. */
function firstOfEach(deck: Deck): Exclude<Slide, { kind: "content" }>[] {
  const first = new Map<string, Exclude<Slide, { kind: "content" }>>();
  for (const slide of deck.slides)
    if (slide.kind !== "content" && !first.has(slide.kind)) first.set(slide.kind, slide);
  return [...first.values()];
}
