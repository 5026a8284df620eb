import { readFile } from "node:fs/promises";
import type { Page } from "playwright/test";
import { attachmentClass, textOf } from "@/tests/e2e/deck";
import { expect, joinAs, openPhone, startSession, test } from "@/tests/e2e/fixtures";
import { lineOf } from "@/tests/e2e/line";
import { wordsOf } from "@/tests/e2e/words";

const t = wordsOf("en");

async function saved(page: Page): Promise<{ name: string; html: string }> {
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: t("phone.keepsake.save") }).tap();
  const file = await coming;
  return { name: file.suggestedFilename(), html: await readFile(await file.path(), "utf8") };
}

test("after the end and without a network a parent takes the handout, the answers and an intention home", async ({
  facilitator,
  site,
  browser,
}) => {
  const deck = await attachmentClass();
  const words = deck.slides.find((slide) => slide.kind === "words");
  if (words?.kind !== "words") throw new Error("The class asks for no words.");
  const console = await startSession(await facilitator.newPage(), site);
  const context = await openPhone(browser);
  const line = await lineOf(context);
  const phone = await joinAs(context, site.address, await console.code());
  const { page } = phone;
  await console.forward();
  await console.jumpTo(words.title);
  await console.forward();
  await phone.answer(words, { kind: "words", words: ["<b>tired</b>"] });
  await phone.isSent();
  const id = console.sessionId();
  await page.waitForFunction((key) => localStorage.getItem(key), `attune:${id}:handout`);

  // During the class it is two taps away.
  await page.getByText(t("phone.menu"), { exact: true }).tap();
  await page.getByRole("button", { name: t("phone.keepsake.open") }).tap();
  const sheet = page.getByRole("dialog", { name: t("phone.keepsake.title") });
  await expect(sheet).toContainText(words.title);
  await sheet.getByRole("button", { name: t("phone.close") }).tap();

  await console.end();
  await expect(phone.title).toHaveText(t("phone.goodbyeTitle"));
  await line.cut();
  await page.getByRole("button", { name: t("phone.keepsake.open") }).tap();
  await sheet.getByLabel(t("phone.keepsake.intention")).fill("One breath & one <look>");
  const whole = await saved(page);
  expect(whole.name).toBe("notes.html");
  expect(whole.html).toContain("One breath &amp; one &lt;look&gt;");
  expect(whole.html).toContain("&lt;b&gt;tired&lt;/b&gt;");
  expect(textOf(whole.html)).toContain(textOf(deck.handout).slice(0, 200));
  expect(whole.html).not.toMatch(/<script|src="(?!data:)/);
  await expect(sheet.getByRole("status")).toContainText("notes.html");

  await sheet.getByLabel(words.title).uncheck();
  expect((await saved(page)).html).not.toContain("tired");

  // It opens anywhere by itself, and fills a few pages of paper.
  const paper = await (await browser.newContext()).newPage();
  await paper.setContent(whole.html);
  await expect(paper.getByRole("heading", { level: 1 })).toHaveText(t("phone.keepsake.pageTitle"));
  const pages = (await paper.pdf({ preferCSSPageSize: true }))
    .toString("latin1")
    .match(/\/Type\s*\/Page[^s]/g);
  expect(pages?.length).toBeGreaterThan(0);
  expect(pages?.length).toBeLessThanOrEqual(4);

  // A phone that comes back later still has it all.
  await line.mend();
  await page.goto(page.url());
  await page.getByRole("button", { name: t("phone.keepsake.open") }).tap();
  await expect(sheet.getByLabel(t("phone.keepsake.intention"))).toHaveValue("One breath & one <look>");
  expect((await saved(page)).html).toContain("&lt;b&gt;tired&lt;/b&gt;");
});

test("a slide is read aloud by the phone's own voice, until another slide comes", async ({
  facilitator,
  site,
  browser,
}) => {
  const { slides } = await attachmentClass();
  const console = await startSession(await facilitator.newPage(), site);
  const context = await openPhone(browser);
  // No voice is installed where tests run: one that says nothing, and takes its time.
  await context.addInitScript(() => {
    const said: string[] = [];
    const voices = [{ lang: "en-GB", localService: true, default: true, name: "own" }];
    Object.assign(window, { said });
    Object.defineProperties(window.speechSynthesis, {
      getVoices: { value: () => voices },
      cancel: { value: () => said.push("·") },
      speak: {
        value: (utterance: { text: string; onend: () => void }) => {
          said.push(utterance.text);
          if (said.filter((one) => one !== "·").length < 2) queueMicrotask(() => utterance.onend());
        },
      },
    });
    window.SpeechSynthesisUtterance = class {
      constructor(readonly text: string) {}
    } as never;
  });
  const phone = await joinAs(context, site.address, await console.code());
  await console.forward();
  const [first, second] = slides;
  await expect(phone.title).toHaveText(first?.title ?? "");
  await phone.page.getByRole("button", { name: t("phone.aloud.start") }).tap();
  await expect(phone.page.getByRole("button", { name: t("phone.aloud.stop") })).toBeVisible();
  const said = () => phone.page.evaluate(() => (window as unknown as { said: string[] }).said.join(" "));
  expect(await said()).toContain(first?.title ?? "");
  await console.jumpTo(second?.title ?? "");
  await expect(phone.page.getByRole("button", { name: t("phone.aloud.start") })).toBeVisible();
  expect(await said()).toMatch(/·$/);
});

test("where the phone has no voice there is no button for one", async ({ facilitator, site, browser }) => {
  const console = await startSession(await facilitator.newPage(), site);
  const context = await openPhone(browser);
  await context.addInitScript(() => {
    Object.defineProperty(window.speechSynthesis, "getVoices", { value: () => [] });
  });
  const phone = await joinAs(context, site.address, await console.code());
  await expect(phone.title).toHaveText(t("phone.lobbyTitle"));
  await expect(phone.page.getByRole("button", { name: t("phone.aloud.start") })).toHaveCount(0);
});
