import type { Browser } from "playwright/test";
import { attachmentClass, slideIn } from "@/tests/e2e/deck";
import { expect, startSession, test } from "@/tests/e2e/fixtures";
import { wordsOf } from "@/tests/e2e/words";

const t = wordsOf("en");

/** A phone on which no script has run, and none will. */
async function plainPhone(browser: Browser) {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
    locale: "en-GB",
    javaScriptEnabled: false,
  });
  return context.newPage();
}

test("the code field is a plain form: it leads in, and says what was wrong, before any script", async ({
  facilitator,
  site,
  browser,
}) => {
  const console = await startSession(await facilitator.newPage(), site);
  const code = await console.code();
  const page = await plainPhone(browser);
  await page.goto(`${site.address}/`);
  const field = page.getByRole("textbox");
  const goIn = page.getByRole("button", { name: t("home.goIn") });

  await field.fill("1234");
  await goIn.tap();
  await expect(page.locator("#code-problem")).toHaveText(t("home.wrongLength", { digits: 4 }));
  await expect(field).toHaveValue("1234");

  const unknown = code === "11112222" ? "22221111" : "11112222";
  await field.fill(unknown);
  await goIn.tap();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("home.unknownTitle"));

  await field.fill(`${code.slice(0, 4)} ${code.slice(4)}`);
  await goIn.tap();
  await expect(page).toHaveURL(`${site.address}/j/${code}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("phone.doorTitle"));
  await page.getByRole("button", { name: t("phone.goIn") }).tap();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("phone.lobbyTitle"));
});

test("the slide that the room sees is in the server's own HTML, with the fields of an open prompt", async ({
  facilitator,
  site,
  browser,
}) => {
  const deck = await attachmentClass();
  const choice = slideIn(deck, "not-teach-guess", "choice");
  const console = await startSession(await facilitator.newPage(), site);
  const code = await console.code();
  await console.forward();
  const page = await plainPhone(browser);
  await page.goto(`${site.address}/j/${code}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(deck.slides[0]?.title ?? "");
  await expect(page.locator("#promise")).toHaveText(t("phone.promiseClosing", { days: 90 }));

  await console.jumpTo(choice.title);
  await console.forward();
  await expect(console.stage).toContainText(t("console.stage.phase.open"));
  await page.goto(`${site.address}/j/${code}?in=1`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(choice.title);
  const form = page.getByRole("form", { name: t("phone.yourAnswer") });
  const option = choice.options[1]?.text ?? "";
  await form.locator("label", { hasText: option }).tap();
  await expect(form.getByLabel(option, { exact: true })).toBeChecked();
  // Chromium shows it where scripts are switched off for good; here they are only kept from running.
  expect(await page.content()).toContain(t("phone.noScript"));
});
