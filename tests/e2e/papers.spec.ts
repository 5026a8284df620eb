import type { Page } from "playwright/test";
import { fitsSmallPhones, hasNoBarriers } from "@/tests/e2e/barriers";
import { attachmentClass } from "@/tests/e2e/deck";
import { expect, startSession, test } from "@/tests/e2e/fixtures";
import { wordsOf } from "@/tests/e2e/words";

const t = wordsOf("en");

/** How many sheets come out of the printer. */
async function pagesOf(page: Page): Promise<number> {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

test("a class is read before it is held, and its papers are printed", async ({ facilitator, site }) => {
  const deck = await attachmentClass();
  const page = await facilitator.newPage();
  await page.goto(`${site.address}/classes`);
  await page.getByRole("link", { name: deck.title }).click();
  await expect(page.getByRole("heading", { level: 1, name: deck.title })).toBeVisible();
  const { pathname } = new URL(page.url());

  await test.step("it names every slide, and what it takes", async () => {
    for (const { title } of deck.slides)
      await expect(page.getByRole("rowheader", { name: title }).first()).toBeVisible();
    await expect(page.getByRole("button", { name: t("classes.start") })).toBeVisible();
    await hasNoBarriers(page, "class");
    await fitsSmallPhones(page, "class");
  });

  for (const language of [deck.language, ...Object.keys(deck.translations)]) {
    const open = (paper: string, more = "") =>
      page.goto(`${site.address}${pathname}/${paper}?language=${language}${more}`);

    await test.step(`the handout is two pages in ${language}`, async () => {
      await open("handout");
      await expect(page.getByRole("button", { name: t("classes.page.print") })).toBeVisible();
      await hasNoBarriers(page, `handout, ${language}`);
      expect(await pagesOf(page)).toBe(2);
    });

    await test.step(`each set of cards is the same pile in ${language}`, async () => {
      await open("cards");
      await hasNoBarriers(page, `cards, ${language}`);
      await fitsSmallPhones(page, `cards, ${language}`);
      const one = await pagesOf(page);
      await open("cards", "&sets=3");
      expect(await pagesOf(page)).toBe(3 * one);
    });

    await test.step(`the guide is readable in ${language}`, async () => {
      await open("guide");
      await hasNoBarriers(page, `guide, ${language}`);
      await fitsSmallPhones(page, `guide, ${language}`);
    });
  }
});

test("a session goes into a spreadsheet, for its facilitator alone", async ({
  facilitator,
  site,
  request,
}) => {
  const deck = await attachmentClass();
  const page = await facilitator.newPage();
  const console = await startSession(page, site);
  await console.forward();
  // A page that is left at once takes the press with it.
  await expect(console.stage.getByRole("heading", { name: deck.slides[0]?.title ?? "" })).toBeVisible();
  const address = page.url().replace(/console$/, "");
  await page.goto(`${address}summary`);
  const link = page.getByRole("link", { name: t("summary.export") });
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  expect(download.suggestedFilename()).toMatch(/^attune-\d{4}-\d\d-\d\d\.csv$/);

  const table = await page.request.get(`${address}export`);
  expect(table.headers()["content-type"]).toBe("text/csv; charset=utf-8");
  const lines = (await table.body()).toString("utf8").split("\r\n");
  expect(lines[0]).toMatch(/^\uFEFFsession,class,started,section,/);
  expect(lines.filter((line) => line.includes(",record,"))).toHaveLength(deck.slides.length);

  const stranger = await request.get(`${address}export`, { maxRedirects: 0 });
  expect(stranger.status()).toBe(307);
});
