import { expect, test } from "vitest";
import { paceOf } from "./pace";

const at = (minutes: number) => minutes * 60_000;
const entry = (minutes: number) => ({ minutes }) as never;
const view = {
  startedAt: 0,
  endedAt: null,
  plannedMinutes: 30,
  plannedSoFar: 10,
  place: 2,
  outline: [entry(10), entry(5), entry(15)],
};

test("inside the minutes of the slide is on plan", () => {
  for (const minutes of [10, 12, 15, 15.9, 9.5])
    expect(paceOf(view, at(minutes))?.drift).toEqual({ is: "on", minutes: 0 });
});

test("only what lies beyond the slide's minutes is drift, in whole minutes", () => {
  expect(paceOf(view, at(19.5))?.drift).toEqual({ is: "behind", minutes: 4 });
  expect(paceOf(view, at(7))?.drift).toEqual({ is: "ahead", minutes: 3 });
});

test("beyond a quarter of an hour the minutes are no longer counted", () => {
  expect(paceOf(view, at(30.5))?.drift?.is).toBe("behind");
  expect(paceOf(view, at(31.5))?.drift?.is).toBe("wellBehind");
  expect(paceOf({ ...view, plannedSoFar: 40 }, at(25))?.drift?.is).toBe("ahead");
  expect(paceOf({ ...view, plannedSoFar: 40 }, at(24))?.drift?.is).toBe("wellAhead");
});

test("tells elapsed and planned time", () => {
  expect(paceOf(view, at(12.7))).toMatchObject({ elapsed: 12, planned: 30 });
});

test("stops at the end, and never runs backwards", () => {
  expect(paceOf({ ...view, endedAt: at(14) }, at(500))?.elapsed).toBe(14);
  expect(paceOf(view, -5000)?.elapsed).toBe(0);
});

test("says nothing before the start, and no drift without a plan", () => {
  expect(paceOf({ ...view, startedAt: null }, at(5))).toBeNull();
  expect(paceOf({ ...view, plannedMinutes: 0, plannedSoFar: 0 }, at(5))?.drift).toBeNull();
});
