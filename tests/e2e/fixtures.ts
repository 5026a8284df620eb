import { type Browser, type BrowserContext, test as base, expect, type Page } from "playwright/test";
import type { Language } from "@/protocol/limits";
import { type ConsolePage, consoleOn } from "@/tests/e2e/pages/console";
import { type PhonePage, phoneOn } from "@/tests/e2e/pages/phone";
import { openSite, type Site } from "@/tests/e2e/site";
import { wordsOf } from "@/tests/e2e/words";

const t = wordsOf("en");

export const account = {
  name: "Rosa Vidal",
  email: "rosa@example.org",
  password: "porridge on the ceiling again",
};

type Cookies = Awaited<ReturnType<BrowserContext["storageState"]>>;
type Shared = {
  /** The Attune of this worker, with one facilitator. */
  site: Site;
  signedIn: Cookies;
};
type Own = {
  /** An Attune for one test alone: to be killed, or to be set up. */
  ownSite: Site;
  /** A signed-in browser on the worker's Attune. */
  facilitator: BrowserContext;
  /** Puts every device away after a test: phones that stay would stay in step. */
  putAway: undefined;
  /** No page of any scenario tries what its own policies forbid. */
  withinPolicy: undefined;
};

export const test = base.extend<Own, Shared>({
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern
    async ({}, use) => {
      const site = await openSite();
      await use(site);
      await site.remove();
    },
    { scope: "worker", timeout: 120_000 },
  ],
  signedIn: [
    async ({ browser, site }, use) => {
      const context = await browser.newContext();
      await makeAccount(await context.newPage(), site);
      const cookies = await context.storageState();
      await context.close();
      await use(cookies);
    },
    { scope: "worker", timeout: 120_000 },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern
  ownSite: async ({}, use) => {
    const site = await openSite();
    await use(site);
    await site.remove();
  },
  facilitator: async ({ browser, signedIn }, use) => {
    await use(await openDesk(browser, signedIn));
  },
  putAway: [
    async ({ browser }, use) => {
      await use(undefined);
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    { auto: true },
  ],
  withinPolicy: [
    async ({ browser }, use) => {
      const broken: string[] = [];
      const watch = (context: BrowserContext) => {
        context.on("console", (message) => {
          if (/(content[- ]security|permissions)[- ]policy/i.test(message.text()))
            broken.push(`${message.page()?.url()}: ${message.text()}`);
        });
      };
      browser.on("context", watch);
      await use(undefined);
      browser.off("context", watch);
      expect(broken).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** A facilitator's laptop. */
export function openDesk(browser: Browser, storageState?: Cookies): Promise<BrowserContext> {
  const size = { width: 1440, height: 900 };
  return browser.newContext({ viewport: size, locale: "en-GB", ...(storageState && { storageState }) });
}

/** A parent's phone, held upright. */
export function openPhone(browser: Browser, language: Language = "en"): Promise<BrowserContext> {
  return browser.newContext({
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
    locale: language === "es" ? "es-MX" : "en-GB",
  });
}

/** A phone that has scanned the code and gone in. */
export async function joinAs(
  context: BrowserContext,
  address: string,
  code: string,
  language: Language = "en",
): Promise<PhonePage> {
  const phone = phoneOn(await context.newPage(), language);
  await phone.page.goto(`${address}/j/${code}`);
  await phone.goIn();
  return phone;
}

/** Makes the first account by the first-run link; ends on the library. */
export async function makeAccount(page: Page, site: Site): Promise<void> {
  await page.goto(`${site.address}${site.setupPath()}`);
  await page.getByLabel(t("auth.name"), { exact: true }).fill(account.name);
  await page.getByLabel(t("auth.email"), { exact: true }).fill(account.email);
  await page.getByLabel(t("auth.password"), { exact: true }).fill(account.password);
  await page.getByRole("button", { name: t("auth.makeAccount") }).click();
  await expect(page.getByRole("heading", { level: 1, name: t("classes.title") })).toBeVisible();
}

export async function signIn(page: Page, site: Site, email = account.email): Promise<void> {
  await page.goto(`${site.address}/sign-in`);
  await page.getByLabel(t("auth.email"), { exact: true }).fill(email);
  await page.getByLabel(t("auth.password"), { exact: true }).fill(account.password);
  await page.getByRole("button", { name: t("auth.signIn"), exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: t("classes.title") })).toBeVisible();
}

/** One click in the library, on the attachment class. */
export async function startSession(page: Page, site: Site): Promise<ConsolePage> {
  await page.goto(`${site.address}/classes`);
  await page
    .getByRole("listitem")
    .filter({ has: page.getByRole("heading", { name: /^Attachment/ }) })
    .getByRole("button", { name: t("classes.start") })
    .click();
  await page.waitForURL(/\/sessions\/[^/]+\/console$/);
  const console = consoleOn(page);
  await console.isConnected();
  return console;
}
