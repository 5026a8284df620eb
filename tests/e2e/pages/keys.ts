import { expect, type Locator, type Page } from "playwright/test";
import type { ResponseValue, Slide } from "@/protocol/kinds";
import { ownThought } from "@/tests/e2e/group";

/** Goes on with Tab until what is wanted has the focus; a keyboard has no other way. */
export async function tabTo(page: Page, selector: string): Promise<Locator> {
  for (let presses = 0; presses < 80; presses += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector))
      return page.locator(":focus");
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never reaches ${selector}.`);
}

/** Of the choices that share this name, the one with this value. */
async function choose(page: Page, name: string, value: string): Promise<void> {
  await tabTo(page, `[name="${name}"]`);
  await page.keyboard.press("Space");
  const chosen = page.locator(`[name="${name}"]:checked`);
  for (let presses = 0; (await chosen.inputValue()) !== value; presses += 1) {
    if (presses > 20) throw new Error(`No arrow leads to ${value}.`);
    await page.keyboard.press("ArrowDown");
  }
}

/** Writes an answer with keys alone. */
export async function writeByKeys(page: Page, slide: Slide, value: ResponseValue): Promise<void> {
  const { keyboard } = page;
  switch (value.kind) {
    case "choice":
      if (slide.kind !== "choice") return;
      if (slide.pick === 1) return choose(page, "option", value.options[0] ?? "");
      for (const { id } of slide.options) {
        const box = await tabTo(page, `[name="option"][value="${id}"]`);
        if ((await box.isChecked()) !== value.options.includes(id)) await keyboard.press("Space");
      }
      return;
    case "sort":
      for (const [id, bin] of Object.entries(value.bins)) await choose(page, `bin-${id}`, bin);
      return;
    case "scale":
      for (const [id, rating] of Object.entries(value.ratings))
        await choose(page, `rating-${id}`, String(rating));
      return;
    case "continuum":
      for (const [id, place] of Object.entries(value.places)) {
        const slider = await tabTo(page, `[name="place-${id}"]`);
        const away = place - Number(await slider.inputValue());
        // A step there and back says that the middle is meant.
        const steps = away === 0 ? [1, -1] : Array<number>(Math.abs(away)).fill(away);
        for (const step of steps) await keyboard.press(step > 0 ? "ArrowRight" : "ArrowLeft");
      }
      return;
    case "rank":
      for (const [index, id] of value.order.entries()) {
        const item = `li:has([name=order][value="${id}"])`;
        const up = await tabTo(page, `${item} button`);
        for (
          let place = Number(await page.locator(`${item} select`).inputValue());
          place > index;
          place -= 1
        ) {
          await keyboard.press("Enter");
          // The button that was pressed keeps the focus wherever its item goes.
          await expect(page.locator(`${item} select`)).toHaveValue(String(place - 1));
          await expect(up).toHaveAttribute("type", "button");
        }
      }
      if (await page.locator("[name=mine][type=checkbox]").isVisible()) {
        await tabTo(page, "[name=mine]");
        await keyboard.press("Space");
      }
      return;
    case "words":
      if (slide.kind !== "words") return;
      for (let nth = 1; nth <= slide.count; nth += 1) {
        await tabTo(page, `[name=word]:nth-of-type(${nth})`);
        await keyboard.press("ControlOrMeta+A");
        await keyboard.press("Delete");
        await keyboard.type(value.words[nth - 1] ?? "");
      }
      return;
    case "open":
      await tabTo(page, "textarea");
      await keyboard.press("ControlOrMeta+A");
      await keyboard.type(value.text);
      return;
    case "reflect":
      await tabTo(page, "textarea");
      await keyboard.press("ControlOrMeta+A");
      await keyboard.type(ownThought(slide));
  }
}

/** Sends what is written; of a reflection only that it is done. */
export async function sendByKeys(page: Page): Promise<void> {
  await tabTo(page, "[type=submit], [data-reflect] button");
  await page.keyboard.press("Enter");
}
