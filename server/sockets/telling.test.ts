import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createTelling } from "@/server/sockets/telling";

const away = () => Object.assign(new Error("the database is away"), { code: "ECONNREFUSED" });
let fault: Error | undefined;
let tries: string[];
let said: unknown[];
let telling: ReturnType<typeof createTelling<string>>;

beforeEach(() => {
  vi.useFakeTimers();
  fault = undefined;
  tries = [];
  said = [];
  telling = createTelling<string>({
    failing: (error) => said.push(error),
    everyMs: 250,
    tell: async (key) => {
      tries.push(key);
      if (fault) throw fault;
    },
  });
});
afterEach(() => {
  telling.stop();
  vi.useRealTimers();
});

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

test("what could not be told while the database was away is told once it is back, and then no more", async () => {
  fault = away();
  telling.ask("a");
  await pass(2500);
  expect(tries.length).toBeGreaterThan(1);
  expect(said).toHaveLength(1);
  fault = undefined;
  tries = [];
  await pass(10_000);
  expect(tries).toEqual(["a"]);
});

test("while it is away nothing is tried oftener than it is asked for", async () => {
  fault = away();
  for (let n = 0; n < 8; n += 1) {
    telling.ask("a");
    await pass(250);
  }
  expect(tries).toHaveLength(8);
  await pass(3000);
  expect(tries.length).toBeLessThanOrEqual(12);
});

test("a fault that does not pass is not tried again", async () => {
  fault = new Error("broken");
  telling.ask("a");
  await pass(10_000);
  expect(tries).toHaveLength(1);
});

test("nothing is told after stop", async () => {
  fault = away();
  telling.ask("a");
  telling.stop();
  await pass(10_000);
  expect(tries).toHaveLength(1);
});
