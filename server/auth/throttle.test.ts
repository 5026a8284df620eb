import { expect, test } from "vitest";
import { createThrottle } from "@/server/auth/throttle";

function clock() {
  let time = 1_000_000;
  return { now: () => time, pass: (ms: number) => (time += ms) };
}

test("gives a burst, then one more per interval", () => {
  const { now, pass } = clock();
  const throttle = createThrottle({ now, burst: 3, everyMs: 1000 });
  expect([1, 2, 3, 4].map(() => throttle.take("a"))).toEqual([true, true, true, false]);
  pass(999);
  expect(throttle.take("a")).toBe(false);
  pass(1);
  expect(throttle.take("a")).toBe(true);
  expect(throttle.take("a")).toBe(false);
});

test("a refused try does not make the wait longer", () => {
  const { now, pass } = clock();
  const throttle = createThrottle({ now, burst: 1, everyMs: 1000 });
  throttle.take("a");
  for (let n = 0; n < 10; n += 1) {
    pass(100);
    expect(throttle.allows("a")).toBe(n === 9);
    if (n < 9) throttle.take("a");
  }
});

test("keys do not touch each other", () => {
  const throttle = createThrottle({ now: clock().now, burst: 1, everyMs: 1000 });
  throttle.take("a");
  expect(throttle.allows("a")).toBe(false);
  expect(throttle.allows("b")).toBe(true);
});

test("a try can be given back, never more than were there", () => {
  const throttle = createThrottle({ now: clock().now, burst: 2, everyMs: 1000 });
  throttle.take("a");
  throttle.giveBack("a");
  throttle.giveBack("a");
  expect([1, 2, 3].map(() => throttle.take("a"))).toEqual([true, true, false]);
  throttle.clear("a");
  expect(throttle.take("a")).toBe(true);
});

test("a clock that is set back takes nothing away", () => {
  const { now, pass } = clock();
  const throttle = createThrottle({ now, burst: 2, everyMs: 1000 });
  throttle.take("a");
  pass(-60_000);
  expect(throttle.take("a")).toBe(true);
});

test("remembers a bounded number of keys and forgets the one that was quiet longest", () => {
  const throttle = createThrottle({ now: clock().now, burst: 1, everyMs: 1000, keys: 3 });
  for (const key of ["a", "b", "c", "d"]) throttle.take(key);
  expect(throttle.size()).toBe(3);
  expect(throttle.allows("a")).toBe(true);
  expect(["b", "c", "d"].map(throttle.allows)).toEqual([false, false, false]);
  throttle.giveBack("b");
  expect(throttle.size()).toBe(2);
});
