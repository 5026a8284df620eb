import type { Language } from "@/protocol/limits";
import { fitsSmallPhones, hasNoBarriers } from "@/tests/e2e/barriers";
import { attachmentClass, slideIn } from "@/tests/e2e/deck";
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
  const deck = await attachmentClass();
  const page = await facilitator.newPage();
  await page.goto(`${site.address}/classes`);
  await hasNoBarriers(page, "classes");
  const console = await startSession(page, site);
  const screen = screenOn(await console.openScreen());
  const code = await console.code();
  await hasNoBarriers(page, "console, lobby");
  await hasNoBarriers(screen.page, "screen, lobby", ["projector"]);

  await console.forward();
  await hasNoBarriers(page, "console, content");
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
  for (const sheet of ["release", "help", "end"]) {
    await page.getByRole("button", { name: t("console.dock.more"), exact: true }).click();
    await console.dialog
      .getByRole("button", { name: t(`console.sheets.more.${sheet}`), exact: true })
      .click();
    await expect(console.dialog.getByRole("heading").first()).toBeVisible();
    await hasNoBarriers(page, `console, ${sheet}`);
    await page.keyboard.press("Escape");
  }
  for (const id of ["arriving", "before", "guess", "first-sign"]) {
    const slide = deck.slides.find((one) => one.id === id);
    const [value] = slide ? answersTo(slide) : [];
    if (!slide || !value) throw new Error(`Nothing is asked on ${id}.`);
    await console.jumpTo(slide.title);
    await console.forward();
    await expect(screen.main).toContainText(t("screen.open"));
    await answeredBy(3, site.address, code, { sessionId: console.sessionId(), slide: id, value });
    await hasNoBarriers(screen.page, `screen, ${id} open`, ["projector"]);
    await console.forward();
    await expect(console.answers).toContainText(t("console.prompt.onlyYou"));
    await console.forward();
    await expect(console.answers).toContainText(t("console.prompt.roomSees"));
    await hasNoBarriers(page, `console, ${id} shown`);
    await hasNoBarriers(screen.page, `screen, ${id} shown`, ["projector"]);
  }
  await console.end();
  await hasNoBarriers(page, "console, ended");
  await hasNoBarriers(screen.page, "screen, ended", ["projector"]);
  await page.getByRole("link", { name: t("console.ended.toSummary") }).click();
  await page.getByRole("button", { name: t("summary.share.create") }).click();
  const link = await page.getByLabel(t("summary.share.link"), { exact: true }).inputValue();
  await hasNoBarriers(page, "summary");
  await page.goto(`${site.address}/sessions`);
  await hasNoBarriers(page, "sessions");
  const parent = await (await openPhone(browser)).newPage();
  await parent.goto(link);
  await hasNoBarriers(parent, "shared summary");
  await fitsSmallPhones(parent, "shared summary");
});

for (const language of ["en", "es"] as const satisfies Language[])
  test(`the phone has no barriers (${language})`, async ({ facilitator, site, browser }) => {
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
      await hasNoBarriers(phone.page, state, ["phone"]);
      await fitsSmallPhones(phone.page, state);
    };
    await expect(phone.title).toHaveText(phone.t("phone.lobbyTitle"));
    await isSound("lobby");
    await phone.page.locator("summary", { hasText: phone.t("phone.menu") }).tap();
    await isSound("menu");
    await phone.page.locator("summary", { hasText: phone.t("phone.menu") }).tap();

    const steps = slideIn(deck, "seven", "content");
    await console.forward();
    await console.jumpTo(steps.title);
    await expect(phone.title).toHaveText(steps.title);
    await isSound("content");
    await line.cut();
    await expect(phone.banner).toHaveText(phone.t("phone.linkOffline"));
    await isSound("offline");
    await line.mend();
    await expect(phone.banner).toBeEmpty();

    for (const id of ["arriving", "yours", "stretch", "first-sign"]) {
      const slide = deck.slides.find((one) => one.id === id);
      const [value] = slide ? answersTo(slide) : [];
      if (!slide || !value) throw new Error(`Nothing is asked on ${id}.`);
      await console.jumpTo(slide.title);
      await expect(phone.main).toContainText(phone.t("phone.opensSoon"));
      await isSound(`${id} ready`);
      await console.forward();
      await phone.page.getByRole("button", { name: phone.t("phone.send"), exact: true }).tap();
      await expect(phone.form.getByRole("alert")).toBeVisible();
      await isSound(`${id} open, something lacks`);
      await phone.answer(slide, value);
      await phone.isSent();
      await isSound(`${id} sent`);
      await answeredBy(3, site.address, code, { sessionId: console.sessionId(), slide: id, value });
      await console.forward();
      await expect(phone.main).toContainText(phone.t("phone.closed"));
      await expect(console.answers).toContainText(t("console.prompt.onlyYou"));
      await console.forward();
      await expect(phone.results).toBeVisible();
      await isSound(`${id} shown`);
    }
    await console.end();
    await expect(phone.title).toHaveText(phone.t("phone.goodbyeTitle"));
    await isSound("goodbye");
    await hasNoBarriers(phone.page, "goodbye", ["desktop"]);
  });
