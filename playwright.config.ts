import { defineConfig } from "playwright/test";
import { findChromium } from "@/tests/support/chromium";

// The workers inherit it: one search is enough.
process.env.CHROMIUM_PATH ??= findChromium((sentence) => process.stderr.write(`${sentence}\n`));

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  globalSetup: "tests/e2e/build.ts",
  // Two cores are what CI has, and one scenario alone holds seven pages.
  workers: 2,
  // What fails once in a while is broken.
  retries: 0,
  forbidOnly: true,
  timeout: 240_000,
  expect: { timeout: 20_000 },
  reporter: "list",
  use: {
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    actionTimeout: 20_000,
    navigationTimeout: 30_000,
    trace: "off",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      // Chromium refuses to run its sandbox as root.
      chromiumSandbox: process.getuid?.() !== 0,
      args: ["--disable-background-networking", "--no-first-run", "--disable-component-update"],
    },
  },
});
