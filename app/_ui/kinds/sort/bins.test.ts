import { expect, test } from "vitest";
import { fullestBins, nextOpen, rightBin } from "@/app/_ui/kinds/sort/bins";

const bins = [
  { id: "is", text: "It is" },
  { id: "is-not", text: "It is not" },
];

test("a statement's right bin is known only where the slide reveals one", () => {
  const slide = { bins, correct: { seen: "is-not" } };
  expect(rightBin(slide, "seen")).toBe(1);
  expect(rightBin(slide, "other")).toBeUndefined();
  expect(rightBin(slide, "constructor")).toBeUndefined();
});

test("level bins are fullest together, and empty ones never", () => {
  expect(fullestBins([3, 9, 1])).toEqual([1]);
  expect(fullestBins([4, 4])).toEqual([0, 1]);
  expect(fullestBins([0, 0])).toEqual([]);
});

test("after a choice comes the next statement that still needs one, also from the start", () => {
  const ids = ["a", "b", "c", "d"];
  expect(nextOpen(ids, {}, 0)).toBe(1);
  expect(nextOpen(ids, { b: "is" }, 0)).toBe(2);
  expect(nextOpen(ids, { c: "is", d: "is" }, 2)).toBe(0);
  expect(nextOpen(ids, { a: "is", b: "is", c: "is", d: "is" }, 3)).toBeUndefined();
});
