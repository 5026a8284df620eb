import { expect, type Page } from "playwright/test";
import type { ResponseValue, Slide } from "@/protocol/kinds";
import type { Language } from "@/protocol/limits";
import { wordsOf } from "@/tests/e2e/words";

/** A parent's page, in the words that stand on it in the parent's language. */
export type PhonePage = ReturnType<typeof phoneOn>;

export function phoneOn(page: Page, language: Language = "en") {
  const t = wordsOf(language);
  const form = page.getByRole("form", { name: t("phone.yourAnswer") });
  const press = (key: string) => page.getByRole("button", { name: t(key), exact: true }).tap();
  const status = page.locator("[data-status]");

  const write = async (slide: Slide, value: ResponseValue) => {
    switch (value.kind) {
      case "choice":
        if (slide.kind !== "choice") return;
        for (const option of slide.options) {
          const field = form.getByLabel(option.text, { exact: true });
          if ((await field.isChecked()) !== value.options.includes(option.id))
            await form.locator("label", { hasText: option.text }).tap();
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
      case "words":
        for (const [index, word] of value.words.entries())
          await form.getByRole("textbox").nth(index).fill(word);
        return;
      case "open":
        await form.getByRole("textbox").fill(value.text);
        return;
    }
  };

  return {
    page,
    language,
    t,
    form,
    /** What became of the answer. */
    status,
    title: page.getByRole("heading", { level: 1 }),
    main: page.getByRole("main"),
    results: page.getByRole("region", { name: t("phone.results") }),
    banner: page.locator("[role=status]").first(),
    goIn: () => press("phone.goIn"),
    change: () => press("phone.change"),
    write,

    /** Writes an answer and sends it, by touch. */
    answer: async (slide: Slide, value: ResponseValue) => {
      await write(slide, value);
      await press("phone.send");
    },
    sendChange: () => press("phone.sendChange"),
    isSent: () => expect(status).toContainText(t("phone.sent")),
  };
}
