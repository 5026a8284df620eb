import type { Page } from "playwright/test";
import type { Slide } from "@/protocol/kinds";
import { attachmentClass } from "@/tests/e2e/deck";
import { expect, joinAs, openPhone, startSession, test } from "@/tests/e2e/fixtures";
import { wordsOf } from "@/tests/e2e/words";

const t = wordsOf("en");

/** Goes on with Tab until something of this kind has the focus; a keyboard has no other way. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 30; presses += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
  }
  throw new Error(`Tab never reaches ${selector}.`);
}

/** Answers with keys alone; says what then must stand on the page. */
const byKeys: Record<string, (page: Page, slide: Slide) => Promise<string[]>> = {
  choice: async (page, slide) => {
    await tabTo(page, "[name=option]");
    await page.keyboard.press("Space");
    return slide.kind === "choice" ? [slide.options[0]?.text ?? ""] : [];
  },
  scale: async (page, slide) => {
    const statements = slide.kind === "scale" ? slide.statements : [];
    for (const { id } of statements) {
      await tabTo(page, `[name="rating-${id}"]`);
      await page.keyboard.press("Space");
      await page.keyboard.press("ArrowRight");
    }
    return statements.map(({ text }) => `${text} ${t("phone.pointOf", { point: 2, points: 5 })}`);
  },
  words: async (page) => {
    await tabTo(page, "[name=word]");
    await page.keyboard.type("tired");
    await tabTo(page, "[name=word]");
    await page.keyboard.type("curious");
    return ["tired", "curious"];
  },
  open: async (page) => {
    await tabTo(page, "textarea");
    await page.keyboard.type("I go quiet");
    return ["I go quiet"];
  },
};

test("every kind of prompt is answered and changed with a keyboard alone", async ({
  facilitator,
  site,
  browser,
}) => {
  const deck = await attachmentClass();
  const console = await startSession(await facilitator.newPage(), site);
  const phone = await joinAs(await openPhone(browser), site.address, await console.code());
  await expect(phone.title).toHaveText(t("phone.lobbyTitle"));
  await console.forward();
  for (const id of ["arriving", "stretch", "guess", "yours", "first-sign"]) {
    const slide = deck.slides.find((one) => one.id === id);
    const answer = slide && byKeys[slide.kind];
    if (!slide || !answer) throw new Error(`Nothing is asked on ${id}.`);
    await console.jumpTo(slide.title);
    await console.forward();
    await expect(phone.form).toBeVisible();
    const said = await answer(phone.page, slide);
    await tabTo(phone.page, "[type=submit]");
    await phone.page.keyboard.press("Enter");
    await phone.isSent();
    for (const line of said) await expect(phone.main).toContainText(line);
    // The focus stays where the parent is: what comes next is one Tab away.
    await tabTo(phone.page, "main button");
    await phone.page.keyboard.press("Enter");
    await expect(phone.form).toBeVisible();
    await phone.page.keyboard.press("Tab");
    await tabTo(phone.page, "[type=submit]");
    await phone.page.keyboard.press("Enter");
    await phone.isSent();
  }
});
