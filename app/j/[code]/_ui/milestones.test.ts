import { expect, test } from "vitest";
import { milestoneAt } from "@/app/j/[code]/_ui/milestones";

test.each([
  [61_000, null],
  [60_000, 60],
  [30_001, 60],
  [30_000, 30],
  [9_500, 10],
  [1, 10],
  [0, 0],
  [-5_000, 0],
])("with %i ms left, %s is what was said last", (ms, milestone) => {
  expect(milestoneAt(ms)).toBe(milestone);
});
