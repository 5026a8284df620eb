import { expect, test } from "vitest";
import { hands } from "@/protocol/hands";
import type { SlideOf } from "@/protocol/kinds";
import {
  type Draft,
  draftOf,
  type HandsSlide,
  handsOf,
  isReady,
  moved,
  sumOf,
  voicesOf,
  withCount,
  withOrder,
} from "./hands-draft";

const item = (id: string) => ({ id, text: id });
const choice = (pick: number) =>
  ({ kind: "choice", id: "c", options: ["a", "b", "c"].map(item), pick }) as unknown as SlideOf<"choice">;
const sort = {
  kind: "sort",
  bins: ["is", "not"].map(item),
  statements: ["x", "y"].map(item),
} as unknown as SlideOf<"sort">;
const scale = {
  kind: "scale",
  points: 3,
  low: "low",
  high: "high",
  statements: ["x"].map(item),
} as unknown as SlideOf<"scale">;
const continuum = {
  kind: "continuum",
  zones: ["near", "far"].map(item),
  scenarios: ["x"].map(item),
} as unknown as SlideOf<"continuum">;
const rank = { kind: "rank", items: ["a", "b"].map(item) } as unknown as SlideOf<"rank">;
const reflect = { kind: "reflect" } as unknown as SlideOf<"reflect">;

test("each question's hands add up to the people", () => {
  expect(sumOf(sort, 5, [3, 2])).toEqual({ is: "fits", by: 0 });
  expect(sumOf(sort, 5, [3, 0])).toEqual({ is: "missing", by: 2 });
  expect(sumOf(sort, 5, [3, 4])).toEqual({ is: "over", by: 2 });
});

test("where several answers are allowed, hands may be more than people, but none more than all", () => {
  expect(sumOf(choice(1), 4, [2, 1, 2]).is).toBe("over");
  expect(sumOf(choice(2), 4, [4, 3, 1]).is).toBe("fits");
  expect(sumOf(choice(2), 4, [4, 4, 1])).toEqual({ is: "over", by: 1 });
  expect(sumOf(choice(2), 4, [5, 0, 1])).toEqual({ is: "tooMany", by: 1 });
  expect(sumOf(choice(2), 4, [1, 1, 1])).toEqual({ is: "missing", by: 1 });
});

test("a draft becomes the hands of its kind, and comes back as it was entered", () => {
  const filled: [HandsSlide, Draft][] = [
    [choice(1), { ...draftOf(choice(1), null), voices: 2, rows: [[1, 0, 1]] }],
    [
      sort,
      {
        ...draftOf(sort, null),
        voices: 2,
        rows: [
          [1, 1],
          [2, 0],
        ],
      },
    ],
    [scale, { ...draftOf(scale, null), voices: 2, rows: [[0, 2, 0]] }],
    [continuum, { ...draftOf(continuum, null), voices: 1, rows: [[0, 1]] }],
    [rank, { ...draftOf(rank, null), orders: [{ order: ["b", "a"], voices: 3 }] }],
    [reflect, { ...draftOf(reflect, null), voices: 6 }],
  ];
  for (const [slide, draft] of filled) {
    expect(isReady(slide, draft)).toBe(true);
    const sent = handsOf(slide, draft);
    expect(hands.safeParse(sent).success).toBe(true);
    expect(draftOf(slide, sent)).toEqual(draft);
  }
});

test("an empty draft is not ready, nor one of more people than a count may hold", () => {
  for (const slide of [choice(1), sort, scale, continuum, rank, reflect])
    expect(isReady(slide, draftOf(slide, null))).toBe(false);
  expect(isReady(reflect, { ...draftOf(reflect, null), voices: 501 })).toBe(false);
  expect(
    isReady(sort, {
      ...draftOf(sort, null),
      voices: 2,
      rows: [
        [1, 1],
        [2, 1],
      ],
    }),
  ).toBe(false);
});

test("hands of another kind, or of another shape, do not fill the draft", () => {
  expect(draftOf(sort, { kind: "reflect", voices: 3 }).voices).toBe(0);
  expect(draftOf(sort, { kind: "sort", voices: 3, statements: [[3]] }).rows).toEqual([
    [3, 0],
    [0, 0],
  ]);
});

test("a count is changed in its place", () => {
  expect(withCount(draftOf(sort, null), 1, 0, 4).rows).toEqual([
    [0, 0],
    [4, 0],
  ]);
});

test("the same order twice is one of more people", () => {
  const once = withOrder(draftOf(rank, null), ["b", "a"], 2);
  const twice = withOrder(withOrder(once, ["a", "b"], 1), ["b", "a"], 3);
  expect(twice.orders).toEqual([
    { order: ["b", "a"], voices: 5 },
    { order: ["a", "b"], voices: 1 },
  ]);
  expect(voicesOf(rank, twice)).toBe(6);
});

test("a piece moves by one place and stays inside the list", () => {
  expect(moved(["a", "b", "c"], 2, -1)).toEqual(["a", "c", "b"]);
  expect(moved(["a", "b", "c"], 0, 1)).toEqual(["b", "a", "c"]);
  expect(moved(["a", "b", "c"], 0, -1)).toEqual(["a", "b", "c"]);
  expect(moved(["a", "b", "c"], 2, 1)).toEqual(["a", "b", "c"]);
});
