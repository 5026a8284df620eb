import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { codeLimits } from "@/server/auth/code-tries";
import { wordsOf } from "@/tests/e2e/words";
import { databaseUrl, startAttune } from "@/tests/support/attune-process";
import { openClass } from "@/tests/support/live-class";

const t = wordsOf("en");
/** What a page holds that leads in. */
const ticket = /v1\.[\w-]+\.[\w-]+/;

test("R66: many addresses that guess at a live server are let through as often as is written down, and a class goes in", async () => {
  const data = await mkdtemp(join(tmpdir(), "attune-guess-"));
  const settings = { ATTUNE_DATA: data, ATTUNE_TRUST_PROXY: "yes" };
  const attune = startAttune(settings, "server/index.ts");
  await attune.ready();
  const live = await openClass(databaseUrl(data), settings);
  const page = async (code: string, address: string) => {
    const headers = { "x-forwarded-for": address, "accept-language": "en" };
    return (await fetch(`${attune.origin()}/j/${code}`, { headers })).text();
  };
  /** A code that is not the class's. */
  const wrong = (n: number) => String(10_000_000 + ((Number(live.code) + n) % 90_000_000));

  // One parent is in before it begins: that address is known from then on.
  expect(await page(live.code, "10.0.0.1")).toMatch(ticket);

  let told = 0;
  let refused = 0;
  let last = 0;
  const guess = async (address: string) => {
    last += 1;
    const answer = await page(wrong(last), address);
    if (answer.includes(t("home.unknownTitle"))) told += 1;
    else if (answer.includes(t("home.throttledTitle"))) refused += 1;
    else throw new Error(`neither unknown nor throttled: ${answer.slice(0, 500)}`);
  };
  const all = (net: string, count: number, tries: number) =>
    Promise.all(
      Array.from({ length: count }, async (_, host) => {
        for (let n = 0; n < tries; n += 1) await guess(`${net}.${host}`);
      }),
    );

  // What all together may fail, then what is left to addresses that are new.
  const { burst } = codeLimits.stranger;
  await all("198.51.100", codeLimits.all.burst / burst, burst);
  await all("192.0.2", 60, burst);
  expect(refused).toBe(0);
  const free = told;

  // From here on they share one line, and most are turned away.
  const began = performance.now();
  await all("192.0.2", 60, 1);
  const seconds = (performance.now() - began) / 1000;
  process.stdout.write(
    `${free} codes looked up at once, then ${told - free} of 60 in ${seconds.toFixed(1)} s: ${((told - free) / seconds).toFixed(1)} a second\n`,
  );
  expect(told - free).toBeLessThanOrEqual(2 * seconds + 2);
  expect(refused).toBeGreaterThan(0);

  // Phones with addresses of their own, and a class whose parents mistype behind the address that is known.
  for (let n = 0; n < 5; n += 1) expect(await page(live.code, `203.0.113.${n}`)).toMatch(ticket);
  for (let n = 0; n < 6; n += 1)
    expect(await page(wrong(5000 + n), "10.0.0.1")).toContain(t("home.unknownTitle"));
  expect(await page(live.code, "10.0.0.1")).toMatch(ticket);

  attune.child.kill("SIGTERM");
  await attune.exit();
  await rm(data, { recursive: true, force: true });
}, 240_000);
