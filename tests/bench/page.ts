import { gzipSync } from "node:zlib";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright";
import { alone, compared, type Figure } from "@/tests/bench/figures";
import { buildFloor, openFloor } from "@/tests/bench/floor";
import { sum } from "@/tests/bench/numbers";
import { openSite } from "@/tests/bench/site";
import { findChromium } from "@/tests/support/chromium";

const group = "page";
const rounds = 5;
/** Slow 4G as Chromium's developers have it, but slower: 400 kbit/s, 400 ms there and back. */
const slow4G = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const slowdown = 4;
/** The code field of the best open peer, with the same throttling, in ms (docs/performance.md). */
const peerMs = 5100;

/** The phone's page beside an empty page of the same framework with the same socket. */
export async function measurePage(say: (sentence: string) => void): Promise<{ figures: Figure[] }> {
  await buildFloor(say);
  const [site, floor] = [await openSite(), await openFloor()];
  const browser = await chromium.launch({ executablePath: findChromium(say), args: ["--no-sandbox"] });
  const phone = `${site.origin}/j/${site.code}?in=1`;
  try {
    const [ours, theirs] = [await firstLoad(phone), await firstLoad(floor.origin)];
    const times: Record<"phone" | "floor" | "whole" | "wholeFloor", number[]> = {
      phone: [],
      floor: [],
      whole: [],
      wholeFloor: [],
    };
    for (let round = 0; round < rounds; round += 1) {
      const attune = await usable(browser, phone, "main input, main button");
      const empty = await usable(browser, floor.origin, "button");
      times.phone.push(attune.ms);
      times.floor.push(empty.ms);
      times.whole.push(attune.bytes / 1000);
      times.wholeFloor.push(empty.bytes / 1000);
    }
    const field = [];
    for (let round = 0; round < 3; round += 1) field.push(await fieldPainted(browser, site.origin));
    const readable = await readableWithoutScript(browser, phone, site.title);
    const submits = await submitsWithoutScript(browser, site);
    const at = "/j/<code>";
    const slow = "Slow 4G, 4 × CPU";
    return {
      figures: [
        compared(
          {
            group,
            figure: "JavaScript of the first load, gzipped, without the legacy polyfills",
            at,
            unit: "kB",
            goal: { of: "ratio", atMost: 1.12 },
          },
          "empty page",
          [ours],
          [theirs],
        ),
        compared(
          {
            group,
            figure: `first usable slide, ${slow}`,
            at,
            unit: "ms",
            goal: { of: "ratio", atMost: 1.15 },
          },
          "empty page",
          times.phone,
          times.floor,
        ),
        compared(
          { group, figure: "everything that the browser had fetched by then", at, unit: "kB" },
          "empty page",
          times.whole,
          times.wholeFloor,
        ),
        alone(
          {
            group,
            figure: "the slide is readable without any script (1 is yes)",
            at,
            unit: "",
            goal: { of: "value", atLeast: 1 },
          },
          [readable],
        ),
        alone(
          {
            group,
            figure: "the code leads in without any script (1 is yes)",
            at: "/",
            unit: "",
            goal: { of: "value", atLeast: 1 },
          },
          [submits],
        ),
        alone(
          {
            group,
            figure: `code field painted, its scripts held back, ${slow}; the best peer's: 5,100 ms`,
            at: "/",
            unit: "ms",
            goal: { of: "value", atMost: peerMs },
          },
          field,
        ),
      ],
    };
  } finally {
    await browser.close();
    await floor.close();
    await site.close();
  }
}

/** Gzipped kB of the scripts that the HTML names, without those for browsers that know no modules. */
async function firstLoad(address: string): Promise<number> {
  const html = await (await fetch(address)).text();
  const scripts = [...html.matchAll(/<script\b[^>]*\bsrc="([^"]+)"[^>]*>/g)]
    .filter(([tag]) => !/\bnomodule\b/i.test(tag))
    .map(([, source]) => source ?? "");
  const bodies = [...new Set(scripts)].map(async (source) => {
    const answer = await fetch(new URL(source, address));
    return gzipSync(Buffer.from(await answer.arrayBuffer()), { level: 9 }).length;
  });
  return sum(await Promise.all(bodies)) / 1000;
}

async function onSlowPhone(
  browser: Browser,
  script = true,
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 640 },
    locale: "en",
    javaScriptEnabled: script,
  });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", slow4G);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  return { context, page };
}

/** Until the words are painted and React has taken the control over, and what the network had brought by then. */
async function usable(browser: Browser, address: string, control: string) {
  const { context, page } = await onSlowPhone(browser);
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  let bytes = 0;
  devtools.on("Network.loadingFinished", ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await page.addInitScript(watching(control));
  await page.goto(address, { waitUntil: "commit" });
  const ms = await page.waitForFunction(() => (globalThis as { usableAt?: number }).usableAt, undefined, {
    timeout: 60_000,
    polling: 100,
  });
  const taken = Number(await ms.jsonValue());
  const fetched = bytes;
  await context.close();
  return { ms: taken, bytes: fetched };
}

/** For the page, which knows no TypeScript: looks at every frame whether the first of these controls reacts. */
const watching = (control: string) => `(() => {
  const look = () => {
    const found = document.querySelector(${JSON.stringify(control)});
    const taken = found && Object.keys(found).some((key) => key.startsWith("__reactProps"));
    const painted = performance.getEntriesByName("first-contentful-paint").length > 0;
    if (taken && painted) globalThis.usableAt = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})()`;

/** Until the field of `/` is painted while every script is held back. */
async function fieldPainted(browser: Browser, origin: string): Promise<number> {
  const { context, page } = await onSlowPhone(browser);
  await page.route(/\.js(\?|$)/, () => undefined);
  await page.goto(`${origin}/`, { waitUntil: "commit" });
  await page.locator("#code").waitFor({ state: "visible", timeout: 60_000 });
  const painted = await page.waitForFunction(
    () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime,
    undefined,
    { timeout: 60_000, polling: 50 },
  );
  const ms = Number(await painted.jsonValue());
  await page.unrouteAll({ behavior: "ignoreErrors" });
  await context.close();
  return ms;
}

async function readableWithoutScript(browser: Browser, address: string, title: string): Promise<number> {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: "en" });
  const page = await context.newPage();
  await page.goto(address);
  const shown = await page.getByRole("heading", { name: title, exact: true }).isVisible();
  await context.close();
  return shown ? 1 : 0;
}

/** A plain form: type the code, press, be there. */
async function submitsWithoutScript(
  browser: Browser,
  site: { origin: string; code: string },
): Promise<number> {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: "en" });
  const page = await context.newPage();
  await page.goto(site.origin);
  await page.locator("#code").fill(site.code);
  await page.locator("form button[type=submit]").first().click();
  const led = page.url().includes(`/j/${site.code}`);
  await context.close();
  return led ? 1 : 0;
}
