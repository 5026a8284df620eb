import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keepSignal, readSignal } from "@/app/_client/pulse";
import { pulse } from "@/protocol/limits";

const stored = new Map<string, string>();
const now = 1_800_000_000_000;
const minute = 60_000;

beforeEach(() => {
  stored.clear();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
    removeItem: (key: string) => void stored.delete(key),
  });
});
afterEach(() => vi.unstubAllGlobals());

test("a signal outlives a reload, and fades with its minutes", () => {
  const until = now + pulse.minutes * minute;
  keepSignal("s1", { signal: "slow-down", until });
  expect(readSignal("s1", now)).toEqual({ signal: "slow-down", until });
  expect(readSignal("s1", until - 1)).not.toBeNull();
  expect(readSignal("s1", until)).toBeNull();
  expect(readSignal("s2", now)).toBeNull();
});

test("a clock that was set back does not make it last", () => {
  keepSignal("s1", { signal: "with-you", until: now + pulse.minutes * minute });
  expect(readSignal("s1", now - minute)).toBeNull();
});

test("one that is taken back is gone, and what is no signal is none", () => {
  keepSignal("s1", { signal: "need-a-break", until: now + minute });
  keepSignal("s1", null);
  expect(readSignal("s1", now)).toBeNull();
  stored.set("attune:s1:pulse", '{"signal":"shout","until":1800000060000}');
  expect(readSignal("s1", now)).toBeNull();
  stored.set("attune:s1:pulse", "{");
  expect(readSignal("s1", now)).toBeNull();
});
