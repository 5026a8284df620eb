import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  ask,
  keptQuestions,
  nextWaiting,
  type OwnQuestion,
  type OwnQuestions,
  settle,
  want,
  withdraw,
} from "@/app/_client/own-questions";

const stored = new Map<string, string>();

beforeEach(() => {
  stored.clear();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
  });
});
afterEach(() => vi.unstubAllGlobals());

/** Sends the next one, and hears `taken`. */
function sendNext(own: OwnQuestions, taken = true): OwnQuestions {
  const next = nextWaiting(own);
  if (!next) throw new Error("nothing waits");
  return settle(own, next[0], next[1], taken);
}

test("questions go out in the order in which they were asked, each until it is heard", () => {
  let own = want(ask(ask({}, "a", "First?"), "b", "Second?"), "c", true);
  const order: string[] = [];
  while (nextWaiting(own)) {
    order.push(nextWaiting(own)?.[0] ?? "");
    own = sendNext(own);
  }
  expect(order).toEqual(["a", "b", "c"]);
  expect(own).toMatchObject({ a: { status: "sent" }, b: { status: "sent" }, c: { status: "sent" } });
});

test("a vote that is taken back before it was heard goes out as taken back, and is forgotten", () => {
  const voted = want({}, "a", true);
  const back = want(voted, "a", false);
  // The acknowledgement of the vote comes late: the newest still has to go out.
  const late = settle(back, "a", voted.a as OwnQuestion, true);
  expect(nextWaiting(late)?.[1]).toMatchObject({ wanted: false });
  expect(sendNext(late)).toEqual({});
});

test("one's own is withdrawn also when the class has it no more", () => {
  const sent = sendNext(ask({}, "a", "Why?"));
  expect(sendNext(withdraw(sent, "a"), false)).toEqual({});
});

test("a question that the class would not have stays here with its words, and can be put away", () => {
  const refused = sendNext(ask({}, "a", "Why?"), false);
  expect(refused.a).toMatchObject({ text: "Why?", status: "refused" });
  expect(nextWaiting(refused)).toBeUndefined();
  expect(withdraw(refused, "a")).toEqual({});
});

test("a vote for a question that is gone is forgotten, and one's own takes none", () => {
  expect(sendNext(want({}, "a", true), false)).toEqual({});
  const own = sendNext(ask({}, "a", "Why?"));
  expect(want(own, "a", false)).toEqual(own);
  expect(withdraw(want({}, "b", true), "b")).toMatchObject({ b: { wanted: true } });
});

test("two tabs write beside each other, and both survive a reload", () => {
  const one = keptQuestions("s1");
  const other = keptQuestions("s1");
  one.change((own) => ask(own, "a", "Mine?"));
  other.change((own) => want(own, "b", true));
  one.change((own) => settle(own, "a", own.a as OwnQuestion, true));
  expect(Object.keys(keptQuestions("s1").read())).toEqual(["a", "b"]);
  expect(keptQuestions("s2").read()).toEqual({});
});

test("broken storage is empty, forbidden storage lasts as long as the page", () => {
  stored.set("attune:s1:questions", "{");
  expect(keptQuestions("s1").read()).toEqual({});
  stored.set("attune:s1:questions", JSON.stringify({ a: null, b: { text: 4 } }));
  expect(keptQuestions("s1").read()).toEqual({});
  vi.stubGlobal("localStorage", undefined);
  const kept = keptQuestions("s1");
  kept.change((own) => ask(own, "a", "Why?"));
  expect(Object.keys(kept.read())).toEqual(["a"]);
});
