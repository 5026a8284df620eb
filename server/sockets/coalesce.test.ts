import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { coalesce } from "@/server/sockets/coalesce";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("acts at once, then at most once per interval, and always after the last request", () => {
  const acts: string[] = [];
  const { ask } = coalesce<string>(250, (key) => acts.push(key));
  ask("a");
  expect(acts).toEqual(["a"]);
  for (let n = 0; n < 100; n += 1) ask("a");
  expect(acts).toEqual(["a"]);
  vi.advanceTimersByTime(250);
  expect(acts).toEqual(["a", "a"]);
  vi.advanceTimersByTime(10_000);
  expect(acts).toEqual(["a", "a"]);
  ask("a");
  expect(acts).toHaveLength(3);
});

test("a flood of a second is five acts, and keys do not wait for each other", () => {
  const acts: string[] = [];
  const { ask } = coalesce<string>(250, (key) => acts.push(key));
  for (let ms = 0; ms < 1000; ms += 10) {
    ask("a");
    if (ms === 500) ask("b");
    vi.advanceTimersByTime(10);
  }
  expect(acts.filter((key) => key === "a")).toHaveLength(5);
  expect(acts.filter((key) => key === "b")).toHaveLength(1);
});

test("stop forgets what waits", () => {
  const acts: string[] = [];
  const { ask, stop } = coalesce<string>(250, (key) => acts.push(key));
  ask("a");
  ask("a");
  stop();
  vi.advanceTimersByTime(1000);
  expect(acts).toEqual(["a"]);
});
