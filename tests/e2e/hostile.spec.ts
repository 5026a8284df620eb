import { randomUUID } from "node:crypto";
import type { Page } from "playwright/test";
import type { ResponseValue } from "@/protocol/kinds";
import { attachmentClass, slideIn } from "@/tests/e2e/deck";
import { expect, joinAs, openPhone, startSession, test } from "@/tests/e2e/fixtures";
import { socketPhone, ticketOf } from "@/tests/e2e/socket-phone";
import { until } from "@/tests/support/until";

/** What somebody may send who means harm; each would leave `ran` behind, or an element, where it is not kept as text. */
const texts = [
  "<script>window.ran = 1</script>",
  '<img src="planted" onerror="window.ran = 1">',
  "<svg onload=window.ran=1><a href=javascript:window.ran=1>in a picture</a></svg>",
  '"><b id="planted">out of an attribute</b>',
  "[a link](javascript:window.ran=1) ![a picture](http://example.invalid/planted.png)",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: somebody may send just this
  "{{constructor.constructor('window.ran=1')()}} ${window.ran=1} <%= window.ran=1 %>",
  "{count, plural, one {#} other {#}} </style></title></textarea>",
  '=HYPERLINK("http://example.invalid","planted")',
  "＝1+1 in wide signs",
  "@SUM(1+1)*cmd|' /C calc'!A0",
  "+1 and more",
  "-1 and less",
  "＠SUM(1+1)",
  "\u202Egnp.exe turned around",
  "مرحبا بكم في الدرس",
  "👨‍👩‍👧‍👦 a family of one sign",
  "w".repeat(500),
];
const words = ["<i>planted</i>", "=1+1", "javascript:ran()"];

/** Nothing that was sent has become more than text, and the page is no wider than what holds it. */
async function isOnlyText(page: Page): Promise<void> {
  const found = await page.evaluate(() => ({
    ran: "ran" in window,
    elements: document.querySelectorAll("#planted, [src*=planted], [onerror], [onload]").length,
    links: [...document.querySelectorAll("a[href]")]
      .map((link) => (link as HTMLAnchorElement).protocol)
      .filter((protocol) => !["http:", "https:", "tel:", "mailto:", "blob:"].includes(protocol)),
    tooWide: document.documentElement.scrollWidth > document.documentElement.clientWidth,
  }));
  expect(found).toEqual({ ran: false, elements: 0, links: [], tooWide: false });
}

/** All of it can be read on the page as it was typed. */
async function says(page: Page, all: readonly string[]): Promise<void> {
  for (const text of all) await expect.poll(() => page.locator("main").textContent()).toContain(text);
}

/** The wall shows as many cards at a time as can be read from the back of the room. */
async function saysSome(page: Page, all: readonly string[]): Promise<void> {
  const found = async () => {
    const read = await page.locator("main").textContent();
    return all.some((text) => read?.includes(text));
  };
  await expect.poll(found).toBe(true);
}

/** The cells of a table by RFC 4180. */
function cellsOf(csv: string): string[] {
  return [...csv.matchAll(/(?:^|,|\r\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "",
  );
}

test("whatever somebody sends stays text, on every page and in every file", async ({
  facilitator,
  site,
  browser,
}) => {
  const deck = await attachmentClass();
  const open = slideIn(deck, "calm-do-ideas", "open");
  const cloud = slideIn(deck, "arriving", "words");
  const page = await facilitator.newPage();
  const console = await startSession(page, site);
  const code = await console.code();
  const sessionId = console.sessionId();
  const phone = await joinAs(await openPhone(browser), site.address, code);
  const screen = await console.openScreen();
  const pages = [page, screen, phone.page];
  const ticket = await ticketOf(site.address, code);
  /** Each value by a phone of its own. */
  const send = async (slide: string, values: ResponseValue[]) => {
    const crowd = values.map((value) =>
      socketPhone(site.address, {
        sessionId,
        ticket,
        slide,
        answer: (number) => (number === 1 ? value : undefined),
      }),
    );
    await until(() => crowd.every((one) => one.acknowledged() === 1));
    for (const one of crowd) one.close();
  };
  await console.forward();

  await test.step("cards", async () => {
    await console.jumpTo(open.title);
    await console.forward();
    await send(
      open.id,
      texts.map((text) => ({ kind: "open", text, language: "en" })),
    );
    await console.forward();
    await console.showResults();
    for (const one of [page, phone.page]) await says(one, texts);
    await saysSome(screen, texts);
    for (const one of pages) await isOnlyText(one);
  });

  await test.step("words", async () => {
    await console.jumpTo(cloud.title);
    await console.forward();
    await send(
      cloud.id,
      words.map((word) => ({ kind: "words", words: [word] })),
    );
    await console.forward();
    await console.showResults();
    for (const one of pages) await says(one, words);
    for (const one of pages) await isOnlyText(one);
  });

  await test.step("questions", async () => {
    const asked = texts.slice(0, 3).map((text) => `${text} ?`);
    const asking = await phone.lay("phone.questions.open");
    for (const text of asked) {
      await asking.getByRole("textbox").fill(text);
      await asking.getByRole("button", { name: phone.t("phone.questions.ask"), exact: true }).tap();
      await expect(asking.locator("[data-question]", { hasText: text })).toBeVisible();
    }
    await isOnlyText(phone.page);
    await phone.page.keyboard.press("Escape");
  });

  await test.step("what remains", async () => {
    await console.end();
    const address = `${site.address}/sessions/${sessionId}`;
    await page.goto(`${address}/summary`);
    await says(page, [...texts, ...words]);
    await isOnlyText(page);

    const made = await page.request.post(`${site.address}/api/commands/share:create`, {
      headers: { origin: site.address },
      data: { id: randomUUID(), sessionId, days: 1 },
    });
    const { data } = (await made.json()) as { data: { path: string } };
    const shared = await (await openPhone(browser)).newPage();
    await shared.goto(`${site.address}${data.path}`);
    await says(shared, [...texts, ...words]);
    await isOnlyText(shared);

    const cells = cellsOf(await (await page.request.get(`${address}/export`)).text());
    expect(cells.filter((cell) => /^[=+\-@\t\r＝＋－＠]/.test(cell))).toEqual([]);
    for (const text of [...texts, ...words])
      expect(cells.some((cell) => cell === text || cell === `'${text}`)).toBe(true);
  });
});
