import { expect, it } from "vitest";
import { turnAt } from "@/app/_client/turns";

const span = { startsAt: 10_000, endsAt: 130_000 };

it("divides the time into equal turns", () => {
  expect(turnAt(9_000, span, 2)).toEqual({ turn: 0, until: 70_000 });
  expect(turnAt(69_999, span, 2)).toEqual({ turn: 0, until: 70_000 });
  expect(turnAt(70_000, span, 2)).toEqual({ turn: 1, until: 130_000 });
  expect(turnAt(140_000, span, 2)).toEqual({ turn: 1, until: 130_000 });
  expect(turnAt(50_000, span, 3)).toEqual({ turn: 1, until: 90_000 });
});

it("is one long turn of a free talk", () => {
  expect(turnAt(120_000, span, 1)).toEqual({ turn: 0, until: 130_000 });
});

it("does not go back to the first when there is more time", () => {
  const more = { startsAt: 10_000, endsAt: 190_000 };
  expect(turnAt(80_000, more, 2, 1)).toEqual({ turn: 1, until: 190_000 });
  // Begun anew by the clock, as when the time left was set anew.
  expect(turnAt(81_000, { startsAt: 80_000, endsAt: 190_000 }, 2, 1)).toEqual({ turn: 1, until: 190_000 });
});
