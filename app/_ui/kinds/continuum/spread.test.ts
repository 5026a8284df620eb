import { expect, test } from "vitest";
import { leaningOf, spreadOf } from "@/app/_ui/kinds/continuum/spread";

test("most is more than half, and many the largest group below that", () => {
  expect(leaningOf([2, 7, 1])).toEqual({ says: "most", zones: [1] });
  expect(leaningOf([5, 3, 2])).toEqual({ says: "many", zones: [0] });
  expect(leaningOf([6, 0, 0])).toEqual({ says: "most", zones: [0] });
});

test("two equal largest groups are a split, more of them stand out nowhere", () => {
  expect(leaningOf([4, 2, 4])).toEqual({ says: "split", zones: [0, 2] });
  expect(leaningOf([3, 3, 3])).toEqual({ says: "none", zones: [] });
  expect(leaningOf([0, 0])).toEqual({ says: "none", zones: [] });
});

test("the distance of the middle half says how far opinions spread", () => {
  expect(spreadOf({ lower: 40, upper: 60 })).toBe("close");
  expect(spreadOf({ lower: 40, upper: 60.5 })).toBe("some");
  expect(spreadOf({ lower: 20, upper: 60 })).toBe("wide");
});
