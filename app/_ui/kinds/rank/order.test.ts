import fc from "fast-check";
import { expect, test } from "vitest";
import { movedTo, orderOf, rankingOf, shareOf } from "@/app/_ui/kinds/rank/order";

const items = ["a", "b", "c", "d"].map((id) => ({ id, text: id.toUpperCase() }));

test("an order is taken up when it holds exactly the items, else it starts as the slide lists them", () => {
  expect(orderOf(items, ["d", "c", "b", "a"])).toEqual(["d", "c", "b", "a"]);
  for (const broken of [undefined, [], ["a"], ["a", "b", "c", "c"], ["a", "b", "c", "x"]])
    expect(orderOf(items, broken)).toEqual(["a", "b", "c", "d"]);
});

test("a moved item stands where it was put, and the others keep their order", () => {
  expect(movedTo(["a", "b", "c", "d"], "c", 0)).toEqual(["c", "a", "b", "d"]);
  expect(movedTo(["a", "b", "c", "d"], "b", 2)).toEqual(["a", "c", "b", "d"]);
  expect(movedTo(["a", "b"], "a", 9)).toEqual(["b", "a"]);
  expect(movedTo(["a", "b"], "b", -1)).toEqual(["b", "a"]);
});

test("no move loses an item", () => {
  const order = fc.shuffledSubarray(
    items.map(({ id }) => id),
    { minLength: 4 },
  );
  fc.assert(
    fc.property(order, fc.nat(3), fc.integer({ min: -2, max: 6 }), (before, which, to) => {
      const after = movedTo(before, before[which] ?? "", to);
      expect([...after].sort()).toEqual(["a", "b", "c", "d"]);
    }),
  );
});

test("the best mean comes first, and equal means share a place", () => {
  const ranking = rankingOf(items, [{ mean: 3.5 }, { mean: 1.5 }, { mean: 1.5 }, { mean: 3.5 }]);
  expect(ranking.map(({ item, place }) => `${place}${item.id}`)).toEqual(["1b", "1c", "3a", "3d"]);
});

test("a bar is full for the first place and a sliver for the last", () => {
  expect(shareOf(1, 4)).toBe(1);
  expect(shareOf(4, 4)).toBe(0.25);
  expect(shareOf(0, 4)).toBe(0);
});
