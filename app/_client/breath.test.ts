import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breathAt, breathFrames, breathMs, breathsIn, smallest, untilNext } from "@/app/_client/breath";

const calm = { in: 4, hold: 0, out: 6, rest: 2 };
const span = { startsAt: 100_000, endsAt: 160_000 };
const second = fc.integer({ min: 0, max: 40 }).map((halves) => halves / 2);
const anyRhythm = fc.record({
  in: second.map((value) => Math.max(1, value)),
  hold: second,
  out: second.map((value) => Math.max(1, value)),
  rest: second,
});
const seconds = fc.integer({ min: 10, max: 600 });

describe("breathAt", () => {
  it("names the steps in their order and leaves out those that take no time", () => {
    const at = (ms: number) => breathAt(span.startsAt + ms, span, calm);
    expect(at(-1)).toEqual({ is: "before" });
    expect(at(0)).toEqual({ is: "breath", step: "in", count: 1, nth: 1, of: 5 });
    expect(at(3999)).toMatchObject({ step: "in", count: 4 });
    expect(at(4000)).toMatchObject({ step: "out", count: 1 });
    expect(at(10_000)).toMatchObject({ step: "rest", count: 1 });
    expect(at(12_000)).toMatchObject({ step: "in", nth: 2 });
    expect(at(60_000)).toEqual({ is: "over" });
  });

  it("begins no breath that could not be let out, and lets the rest be", () => {
    const short = { startsAt: 0, endsAt: 20_000 };
    expect(breathsIn(short, calm)).toBe(1);
    expect(breathAt(12_000, short, calm)).toEqual({ is: "settling" });
    expect(breathsIn({ startsAt: 0, endsAt: 22_000 }, calm)).toBe(2);
  });

  it("is never in the middle of a breath at the end, unless not even one fits", () => {
    fc.assert(
      fc.property(anyRhythm, seconds, (rhythm, length) => {
        const time = { startsAt: 0, endsAt: 1000 * length };
        const needed = breathMs(rhythm) - 1000 * rhythm.rest;
        fc.pre(needed <= time.endsAt);
        const last = breathAt(time.endsAt - 1, time, rhythm);
        // Half a millisecond of an in-breath or a hold would be one that is cut off.
        if (last.is === "breath") expect(["out", "rest"]).toContain(last.step);
      }),
    );
  });
});

describe("untilNext", () => {
  it("leads from change to change, and none lies between", () => {
    fc.assert(
      fc.property(anyRhythm, seconds, fc.integer({ min: -3000, max: 600_000 }), (rhythm, length, now) => {
        const time = { startsAt: 0, endsAt: 1000 * length };
        fc.pre(now < time.endsAt);
        const wait = untilNext(now, time, rhythm);
        expect(wait).toBeGreaterThan(0);
        expect(wait).toBeLessThanOrEqual(1000);
        expect(breathAt(now + wait - 0.01, time, rhythm)).toEqual(breathAt(now, time, rhythm));
      }),
    );
  });
});

describe("breathFrames", () => {
  it("goes from small to large and back, over the whole breath", () => {
    expect(breathFrames(calm)).toEqual([
      { offset: 0, scale: smallest },
      { offset: 4 / 12, scale: 1 },
      { offset: 10 / 12, scale: smallest },
      { offset: 1, scale: smallest },
    ]);
    fc.assert(
      fc.property(anyRhythm, (rhythm) => {
        const frames = breathFrames(rhythm);
        expect(frames.at(-1)?.offset).toBeCloseTo(1);
        expect(frames.at(-1)?.scale).toBe(smallest);
        expect(frames.some(({ scale }) => scale === 1)).toBe(true);
      }),
    );
  });
});
