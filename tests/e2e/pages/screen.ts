import type { Page } from "playwright/test";
import { wordsOf } from "@/tests/e2e/words";

const t = wordsOf("en");

export type ScreenPage = ReturnType<typeof screenOn>;

/** The projector's page, in the words that stand on it. */
export function screenOn(page: Page) {
  return {
    page,
    t,
    main: page.getByRole("main"),
    title: page.getByRole("heading", { level: 1 }),
    /** Says what is not connected. */
    note: page.locator("footer [data-link]"),
    join: page.getByRole("complementary", { name: t("screen.joinLabel") }),
  };
}
