import { expect, type Page } from "playwright/test";
import type { ResponseValue, Slide } from "@/protocol/kinds";
import type { Language } from "@/protocol/limits";
import { ownThought } from "@/tests/e2e/group";
import { sendByKeys, writeByKeys } from "@/tests/e2e/pages/keys";
import { beginning, wordsOf } from "@/tests/e2e/words";

/** A parent's page, in the words that stand on it in the parent's language. */
export type PhonePage = ReturnType<typeof phoneOn>;

/** `hand`: what the parent answers with. */
export function phoneOn(page: Page, language: Language = "en", hand: "touch" | "keys" = "touch") {
  const t = wordsOf(language);
  const form = page.getByRole("form", { name: t("phone.yourAnswer") });
  const press = (key: string) => page.getByRole("button", { name: t(key), exact: true }).tap();
  const status = page.locator("[data-status]");

  const touch = async (slide: Slide, value: ResponseValue) => {
    switch (value.kind) {
      case "choice":
        if (slide.kind !== "choice") return;
        for (const option of slide.options) {
          const field = form.getByLabel(option.text, { exact: true });
          if ((await field.isChecked()) !== value.options.includes(option.id))
            await form.locator("label", { hasText: option.text }).tap();
        }
        return;
      case "sort":
        if (slide.kind !== "sort") return;
        for (const statement of slide.statements) {
          const bin = slide.bins.find(({ id }) => id === value.bins[statement.id]);
          const card = form.getByRole("group", { name: statement.text });
          // The next card comes by itself, a moment after the tap.
          await card.locator("label", { hasText: bin?.text ?? "" }).tap();
        }
        return;
      case "scale":
        if (slide.kind !== "scale") return;
        for (const statement of slide.statements) {
          const row = form.getByRole("group", { name: statement.text });
          await row
            .locator("label")
            .nth((value.ratings[statement.id] ?? 1) - 1)
            .tap();
        }
        return;
      case "continuum":
        if (slide.kind !== "continuum") return;
        for (const scenario of slide.scenarios) {
          const row = form.getByRole("group", { name: scenario.text });
          const place = value.places[scenario.id] ?? 0;
          await row
            .locator("label")
            .nth(slide.edges.filter((edge) => place >= edge).length)
            .tap();
          const slider = row.getByRole("slider");
          if ((await slider.inputValue()) !== String(place)) await slider.fill(String(place));
        }
        return;
      case "rank":
        if (slide.kind !== "rank") return;
        for (const [index, id] of value.order.entries()) {
          const row = form.locator("li").filter({ has: page.locator(`[value="${id}"]`) });
          while ((await row.getByRole("combobox").inputValue()) > String(index))
            await row.getByRole("button", { name: t("phone.rank.up") }).tap();
        }
        if (await form.getByRole("checkbox").isVisible())
          await form.locator("label", { hasText: t("phone.rank.confirm") }).tap();
        return;
      case "words":
        for (const [index, word] of value.words.entries())
          await form.getByRole("textbox").nth(index).fill(word);
        return;
      case "open":
        await form.getByRole("textbox").fill(value.text);
        return;
      case "reflect":
        await page.locator("[data-reflect] textarea").fill(ownThought(slide));
    }
  };
  const write = (slide: Slide, value: ResponseValue) =>
    hand === "keys" ? writeByKeys(page, slide, value) : touch(slide, value);
  const send = (key: string) => (hand === "keys" ? sendByKeys(page) : press(key));

  return {
    page,
    language,
    t,
    form,
    /** Where an open prompt is answered: a form, or the sheet that stays on the phone. */
    asked: form.or(page.locator("[data-reflect=open]")),
    /** What became of the answer. */
    status,
    title: page.getByRole("heading", { level: 1 }),
    main: page.getByRole("main"),
    results: page.getByRole("region", { name: t("phone.results") }),
    banner: page.locator("[role=status]").first(),
    dialog: page.getByRole("dialog"),
    goIn: () => press("phone.goIn"),
    change: () => press("phone.change"),
    write,

    /** Writes an answer and sends it. */
    answer: async (slide: Slide, value: ResponseValue) => {
      await write(slide, value);
      await send(value.kind === "reflect" ? "phone.reflect.done" : "phone.send");
    },
    sendChange: () => send("phone.sendChange"),
    isSent: () =>
      expect(status).toContainText(new RegExp(`${t("phone.sent")}|${t("phone.reflect.counted")}`)),

    /** Opens what one of the controls at the lower edge leads to. */
    lay: async (key: string) => {
      await page.getByRole("button", { name: beginning(t(key)) }).tap();
      return page.getByRole("dialog");
    },
  };
}
