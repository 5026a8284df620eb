import { expect, test } from "vitest";
import { type Allowance, createAllowance } from "./allowance";

const mayOf = (allowance: Allowance) => (name: string, input: unknown) => allowance.refusalOf(name, input);
const token = (digit: string) => digit.repeat(64);
const answer = (promptId: string, digit: string) => ({ promptId, token: token(digit), value: {} });

test("a socket has one token per prompt", () => {
  const may = mayOf(createAllowance("phone"));
  expect(may("response:submit", answer("a", "1"))).toBeUndefined();
  expect(may("response:submit", answer("a", "2"))).toBe("not_allowed");
  expect(may("response:submit", answer("a", "1"))).toBeUndefined();
  expect(may("response:submit", answer("b", "2"))).toBeUndefined();
  expect(createAllowance("phone").refusalOf("response:submit", answer("a", "2"))).toBeUndefined();
});

test("what is no response is left to the schema, and is not remembered", () => {
  const may = mayOf(createAllowance("phone"));
  for (const input of [undefined, null, 7, [], { promptId: 1 }, { promptId: "a", token: "0x1" }])
    expect(may("response:submit", input)).toBeUndefined();
  expect(may("response:submit", answer("a", "1"))).toBeUndefined();
});

test("made-up prompts do not fill the memory", () => {
  let time = 0;
  const may = mayOf(createAllowance("phone", () => time));
  const outcomes = Array.from({ length: 1000 }, (_, n) => {
    time += 1000;
    return may("response:submit", answer(`slide ${n}`, "1"));
  });
  expect(outcomes.filter((one) => one === undefined)).toHaveLength(800);
  expect(may("response:submit", answer("slide 0", "1"))).toBeUndefined();
});

test.each([
  ["phone", 30, 5],
  ["screen", 30, 5],
  ["console", 60, 20],
] as const)("a %s may send %i commands at once, then %i a second", (kind, burst, perSecond) => {
  let time = 0;
  const may = mayOf(createAllowance(kind, () => time));
  const taken = () => Array.from({ length: 100 }, () => may("session:view", {})).filter((one) => !one).length;
  expect(taken()).toBe(burst);
  expect(may("session:view", {})).toBe("too_many_tries");
  time += 1000;
  expect(taken()).toBe(perSecond);
});

test("a socket has one token per question, for asking, voting and taking back alike, and one for the pulse", () => {
  const may = mayOf(createAllowance("phone"));
  const about = (id: string, digit: string) => ({ id, token: token(digit) });
  expect(may("question:ask", about("q1", "1"))).toBeUndefined();
  expect(may("question:vote", about("q1", "2"))).toBe("not_allowed");
  expect(may("question:withdraw", about("q1", "1"))).toBeUndefined();
  expect(may("question:vote", about("q2", "2"))).toBeUndefined();
  expect(may("pulse:send", { token: token("3"), signal: null })).toBeUndefined();
  expect(may("pulse:send", { token: token("4"), signal: null })).toBe("not_allowed");
});

test("five questions at once, then one in twenty seconds", () => {
  let time = 0;
  const may = mayOf(createAllowance("phone", () => time));
  const ask = (n: number) => may("question:ask", { id: `q${n}`, token: token("1") });
  expect([1, 2, 3, 4, 5].map(ask)).toEqual(Array(5).fill(undefined));
  expect(ask(6)).toBe("too_many_tries");
  time += 20_000;
  expect(ask(6)).toBeUndefined();
});
