import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { ActorOf } from "@/protocol/actors";
import { sessionId } from "@/protocol/ids";
import { createAllowances } from "@/server/sockets/allowances";

const id = sessionId.parse(randomUUID());
const phone = (attendance: string, session = id): ActorOf<"phone"> => ({
  kind: "phone",
  sessionId: session,
  attendance,
  language: "en",
});
const answer = (digit: string) => ({ promptId: "a", token: digit.repeat(64), value: {} });

test("a phone that comes back is the same voice, with what is left of its tries", () => {
  const allowances = createAllowances({ phones: 10, now: () => 0 });
  expect(allowances.of(phone("one")).refusalOf("response:submit", answer("1"))).toBeUndefined();
  expect(allowances.of(phone("one")).refusalOf("response:submit", answer("2"))).toBe("not_allowed");
  const taken = Array.from({ length: 40 }, () => allowances.of(phone("one")).refusalOf("session:view", {}));
  expect(taken.filter((one) => one === undefined)).toHaveLength(28);
  expect(allowances.of(phone("two")).refusalOf("response:submit", answer("2"))).toBeUndefined();
});

test("a session has a bounded number of phones, ever; those that it has come back", () => {
  const allowances = createAllowances({ phones: 10, now: () => 0 });
  for (let n = 0; n < 120; n += 1) {
    expect(allowances.admits(id, `phone ${n}`)).toBe(true);
    allowances.of(phone(`phone ${n}`));
  }
  expect(allowances.admits(id, "one more")).toBe(false);
  expect(allowances.admits(id, "phone 7")).toBe(true);
  expect(allowances.admits(sessionId.parse(randomUUID()), "one more")).toBe(true);
});

test("phones of sessions that are long over are forgotten", () => {
  let time = 0;
  const allowances = createAllowances({ phones: 10, now: () => time });
  for (let n = 0; n < 50; n += 1) allowances.of(phone("one", sessionId.parse(randomUUID())));
  expect(allowances.size()).toBe(50);
  time = 26 * 60 * 60 * 1000;
  allowances.of(phone("two"));
  expect(allowances.size()).toBe(1);
});

test("consoles and screens have an allowance per socket, and are not remembered", () => {
  const allowances = createAllowances({ phones: 10, now: () => 0 });
  const screen = { kind: "screen", sessionId: id } as const;
  for (let n = 0; n < 30; n += 1) allowances.of(screen).refusalOf("session:view", {});
  expect(allowances.of(screen).refusalOf("session:view", {})).toBeUndefined();
  expect(allowances.size()).toBe(0);
});
