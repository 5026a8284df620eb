import { expect, type Page } from "playwright/test";
import { account } from "@/tests/e2e/fixtures";
import { wordsOf } from "@/tests/e2e/words";

const t = wordsOf("en");

/** By the menu under one's name. */
export async function signOut(page: Page, where: "signOut" | "signOutEverywhere" = "signOut"): Promise<void> {
  await page.locator("summary", { hasText: account.name }).click();
  await page.getByRole("button", { name: t(`auth.${where}`), exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: t("auth.signIn") })).toBeVisible();
}
