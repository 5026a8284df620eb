import type { Page } from "playwright/test";
import { attachmentClass } from "@/tests/e2e/deck";
import { expect, joinAs, openPhone, startSession, test } from "@/tests/e2e/fixtures";
import { phoneOn } from "@/tests/e2e/pages/phone";
import { wordsOf } from "@/tests/e2e/words";

const t = wordsOf("en");
/** Design: the breath is in step on all devices to within this. */
const withinMs = 150;

/** A device whose clock says something else: what a page can ask of it is shifted. */
async function setWrong(page: Page, byMs: number): Promise<void> {
  await page.addInitScript((off) => {
    const { now } = Date;
    const { timeOrigin } = performance;
    Date.now = () => now() + off;
    Object.defineProperty(performance, "timeOrigin", { value: timeOrigin + off });
    Object.assign(window, { rightOrigin: timeOrigin });
  }, byMs);
}

/** When this page's breathing began, by the right clock of this machine, in ms. */
const beganAt = (page: Page): Promise<number> =>
  page.locator("[data-breath] div div").evaluate((shape) => {
    const origin = (window as { rightOrigin?: number }).rightOrigin ?? performance.timeOrigin;
    const [animation] = shape.getAnimations();
    return origin + Number(animation?.startTime ?? Number.NaN);
  });

test("everybody breathes in step, may skip it, and nothing moves for whoever asked for that", async ({
  facilitator,
  site,
  browser,
}) => {
  const deck = await attachmentClass();
  const slide = deck.slides.find(({ kind }) => kind === "pause");
  if (slide?.kind !== "pause") throw new Error("The class has no pause.");
  const console = await startSession(await facilitator.newPage(), site);
  const code = await console.code();
  const screen = await console.openScreen();
  const phone = await joinAs(await openPhone(browser), site.address, code);
  const still = await openPhone(browser);
  const calm = await joinAs(still, site.address, code);
  await calm.page.emulateMedia({ reducedMotion: "reduce" });
  const late = phoneOn(await (await openPhone(browser)).newPage());
  await setWrong(late.page, -7 * 3_600_000);
  await late.page.goto(`${site.address}/j/${code}`);
  await late.goIn();

  await console.forward();
  await console.jumpTo(slide.title);
  await expect(phone.main).toContainText(t("phone.pause.kind"));
  await console.forward();

  await test.step("the same breath on every device, whatever its clock says", async () => {
    const pages = [phone.page, late.page, screen];
    for (const page of pages) await expect(page.locator("[data-breath=in], [data-breath=out]")).toBeVisible();
    const began = await Promise.all(pages.map(beganAt));
    expect(Math.max(...began) - Math.min(...began)).toBeLessThan(withinMs);
  });

  await test.step("the word alone for whoever asked for less motion", async () => {
    const guide = calm.page.locator("[data-breath]");
    await expect(guide).toContainText(/Breathe|Hold|Rest/);
    expect(await guide.evaluate((one) => one.getAnimations({ subtree: true }).length)).toBe(0);
  });

  await test.step("skipping, and coming back", async () => {
    await phone.page.getByRole("button", { name: t("phone.pause.skip") }).tap();
    await expect(phone.main).toContainText(t("phone.pause.skipped"));
    await expect(phone.page.locator("[data-breath]")).toHaveCount(0);
    await phone.page.getByRole("button", { name: t("phone.pause.back") }).tap();
    await expect(phone.page.locator("[data-breath]")).toBeVisible();
  });

  await test.step("the end", async () => {
    await console.forward();
    await expect(phone.main).toContainText(t("phone.pause.over"));
    await expect(screen.getByText(t("screen.pause.over"))).toBeVisible();
  });
});

test("a talk in pairs tells phones and screen whose turn it is, and brings everybody back", async ({
  facilitator,
  site,
  browser,
}) => {
  const deck = await attachmentClass();
  const slide = deck.slides.find((one) => one.kind === "pair" && one.turns > 1);
  if (slide?.kind !== "pair") throw new Error("The class has no talk with turns.");
  const console = await startSession(await facilitator.newPage(), site);
  const screen = await console.openScreen();
  const phone = await joinAs(await openPhone(browser), site.address, await console.code());
  await console.forward();
  await console.jumpTo(slide.title);
  await expect(phone.main).toContainText(t("phone.pair.soon"));
  await console.forward();
  await expect(phone.main).toContainText(t("phone.pair.first"));
  await expect(screen.getByText(t("screen.pair.first"))).toBeVisible();
  await console.forward();
  await expect(phone.main).toContainText(t("phone.pair.back"));
  await expect(screen.getByText(t("screen.pair.back"))).toBeVisible();
});
