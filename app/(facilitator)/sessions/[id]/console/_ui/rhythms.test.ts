import { expect, test } from "vitest";
import { rhythm } from "@/protocol/kinds/pause";
import { choicesOf, lengths, numbersOf, rhythms, sameRhythm, withinTimer } from "./rhythms";

test("a rhythm is named by its numbers", () => {
  expect(rhythms.map(numbersOf)).toEqual(["4–6", "4–4–4–4", "4–7–8"]);
  expect(numbersOf({ in: 4, hold: 0, out: 6, rest: 2 })).toBe("4–0–6–2");
  for (const each of rhythms) expect(rhythm.safeParse(each).success).toBe(true);
});

test("the plan comes first and only once", () => {
  const same = (one: number, other: number) => one === other;
  expect(choicesOf(120, lengths, same)).toEqual([120, 60, 180, 300]);
  expect(choicesOf(90, lengths, same)).toEqual([90, 60, 120, 180, 300]);
  expect(choicesOf({ in: 4, hold: 7, out: 8, rest: 0 }, rhythms, sameRhythm)).toHaveLength(3);
});

test("a length stays where a timer can be", () => {
  expect(withinTimer(0, 10, 600)).toBe(10);
  expect(withinTimer(Number.NaN, 10, 600)).toBe(10);
  expect(withinTimer(90, 10, 600)).toBe(90);
  expect(withinTimer(9000, 10, 600)).toBe(600);
});
