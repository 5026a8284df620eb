import fc from "fast-check";
import { expect, test } from "vitest";
import { middleOf, spanOf, zoneOf } from "@/app/_ui/kinds/continuum/line";

const line = { edges: [30, 70] };

test("an edge belongs to the zone that begins there", () => {
  expect([0, 29, 30, 69, 70, 100].map((place) => zoneOf(line, place))).toEqual([0, 0, 1, 1, 2, 2]);
});

test("the zones cover the line without a gap", () => {
  expect([0, 1, 2].map((zone) => spanOf(line, zone))).toEqual([
    { from: 0, to: 30 },
    { from: 30, to: 70 },
    { from: 70, to: 100 },
  ]);
});

test("the middle of a zone lies in that zone, however narrow it is", () => {
  const edges = fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(edges, (some) => {
      const any = { edges: some.sort((a, b) => a - b) };
      for (let zone = 0; zone <= any.edges.length; zone++)
        expect(zoneOf(any, middleOf(any, zone))).toBe(zone);
    }),
  );
});
