import { expect, test } from "vitest";
import type { SlideRecord } from "@/protocol/summaries";
import { recordParts, recordTotals } from "./record-parts";

const slide = (part: string, spent: number, answered: number | null = null): SlideRecord => ({
  id: "slide",
  part,
  title: "A slide",
  kind: "content",
  planned: 2,
  spent,
  answered,
});

const record = [slide("A", 3), slide("A", 0), slide("B", 1.5, 0.5), slide("B", 2, 1)];

test("each part adds its minutes up", () => {
  expect(recordParts(record).map(({ name, planned, spent }) => [name, planned, spent])).toEqual([
    ["A", 4, 3],
    ["B", 4, 3.5],
  ]);
});

test("the totals count what was delivered, and the mean share of those who were asked", () => {
  expect(recordTotals(record)).toEqual({
    planned: 8,
    spent: 6.5,
    slides: 4,
    delivered: 3,
    answered: 0.75,
  });
  expect(recordTotals([slide("A", 0)]).answered).toBeNull();
});
