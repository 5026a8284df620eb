import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type SessionId, sessionId } from "@/protocol/ids";
import { createTimers, type Timers } from "@/server/timers";

const a = sessionId.parse("11111111-1111-4111-8111-111111111111");
const b = sessionId.parse("22222222-2222-4222-8222-222222222222");
let fired: [SessionId, number][];
let done: boolean;
let timers: Timers;

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  fired = [];
  done = true;
  timers = createTimers(Date.now, async (id, endsAt) => {
    fired.push([id, endsAt]);
    return done;
  });
});
afterEach(() => {
  timers.stop();
  vi.useRealTimers();
});

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

test("R18: fires once, at its deadline, for each session", async () => {
  timers.arm(a, Date.now() + 5000);
  timers.arm(b, Date.now() + 7000);
  await pass(4999);
  expect(fired).toEqual([]);
  await pass(1);
  expect(fired).toEqual([[a, 1_005_000]]);
  await pass(60_000);
  expect(fired).toEqual([
    [a, 1_005_000],
    [b, 1_007_000],
  ]);
});

test("R18: a deadline that has passed while nobody was there fires at once", async () => {
  timers.arm(a, Date.now() - 60_000);
  await pass(0);
  expect(fired).toHaveLength(1);
});

test("R18: another deadline replaces the first, and null takes it away", async () => {
  timers.arm(a, Date.now() + 1000);
  timers.arm(a, Date.now() + 3000);
  await pass(2000);
  expect(fired).toEqual([]);
  await pass(1000);
  expect(fired).toEqual([[a, 1_003_000]]);
  timers.arm(b, Date.now() + 1000);
  timers.arm(b, null);
  await pass(10_000);
  expect(fired).toHaveLength(1);
});

test("the same deadline told again, as every change tells it, is one", async () => {
  for (let n = 0; n < 5; n += 1) timers.arm(a, 1_002_000);
  await pass(10_000);
  expect(fired).toHaveLength(1);
});

test("a deadline beyond what setTimeout can hold does not fire early", async () => {
  const days = 24 * 60 * 60 * 1000;
  timers.arm(a, Date.now() + 30 * days);
  await pass(29 * days);
  expect(fired).toEqual([]);
  await pass(days);
  expect(fired).toHaveLength(1);
});

test("what could not be done, because the database was away, is tried again", async () => {
  done = false;
  timers.arm(a, Date.now() + 1000);
  await pass(3500);
  expect(fired).toHaveLength(3);
  done = true;
  await pass(10_000);
  expect(fired).toHaveLength(4);
});

test.each([-3, 3])("R18: a clock that is moved by %i hours meanwhile changes no timer", async (hours) => {
  timers.arm(a, Date.now() + 5000);
  vi.setSystemTime(Date.now() + hours * 60 * 60 * 1000);
  timers.arm(a, 1_005_000);
  await pass(4999);
  expect(fired).toEqual([]);
  await pass(1);
  expect(fired).toEqual([[a, 1_005_000]]);
});

test("nothing fires after stop", async () => {
  timers.arm(a, Date.now() + 1000);
  timers.stop();
  await pass(10_000);
  expect(fired).toEqual([]);
});
