import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { estimateOf, followClock, type Sample } from "@/app/_client/clock";

const delay = fc.double({ min: 0, max: 8000, noNaN: true });
const skew = fc.double({ min: -1e10, max: 1e10, noNaN: true });
const sampleOf = (off: number, sent: number, up: number, down: number): Sample => ({
  at: sent + up + off,
  sent,
  received: sent + up + down,
});

// Sums of such large numbers are that wrong by themselves.
const rounding = 2e-3;

const errorIn = (samples: Sample[], off: number, now: number) =>
  Math.abs((estimateOf(samples, now)?.skew ?? Number.NaN) - off);

describe("one sample", () => {
  it("is wrong by at most half its round trip, however uneven its ways are", () => {
    fc.assert(
      fc.property(skew, delay, delay, (off, up, down) => {
        const sample = sampleOf(off, 1000, up, down);
        expect(errorIn([sample], off, sample.received)).toBeLessThanOrEqual((up + down) / 2 + rounding);
      }),
    );
  });
});

describe("several", () => {
  it("are never more wrong than half the least round trip, nor than they say", () => {
    const ways = fc.array(fc.tuple(delay, delay), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(skew, ways, (off, trips) => {
        // All at one moment: age takes nothing away yet.
        const samples = trips.map(([up, down]) => sampleOf(off, -up - down, up, down));
        const least = Math.min(...trips.map(([up, down]) => up + down));
        const error = errorIn(samples, off, 0);
        expect(error).toBeLessThanOrEqual(least / 2 + rounding);
        expect(error).toBeLessThanOrEqual((estimateOf(samples, 0)?.error ?? Number.NaN) + rounding);
      }),
    );
  });

  it("take the quick way there of one and the quick way back of another", () => {
    const samples = [sampleOf(500, 0, 10, 300), sampleOf(500, 310, 300, 10)];
    expect(errorIn(samples, 500, 620)).toBeLessThan(1);
    expect(estimateOf(samples, 620)?.error).toBeLessThan(11);
  });

  it("grow old", () => {
    const old = estimateOf([sampleOf(0, 0, 10, 10)], 600_020);
    expect(old?.error).toBeCloseTo(70);
  });

  it("give way to the newest when a clock was set", () => {
    expect(errorIn([sampleOf(0, 0, 10, 10), sampleOf(90_000, 20, 40, 40)], 90_000, 100)).toBeLessThan(41);
  });

  it("are none before the first", () => {
    expect(estimateOf([], 0)).toBeUndefined();
  });
});

describe("followClock", () => {
  afterEach(() => void vi.useRealTimers());

  /** A device whose clock is off by `off`, on a line with these ways. */
  function device(off: number, ways: [up: number, down: number][]) {
    let here = 5000;
    let turn = 0;
    const heard: number[] = [];
    const clock = followClock(here + off - 700, {
      now: () => here,
      changed: (value) => heard.push(value),
      read: async () => {
        const [up, down] = ways[turn % ways.length] ?? [0, 0];
        turn += 1;
        here += up;
        const at = here + off;
        here += down;
        return at;
      },
    });
    return {
      clock,
      heard,
      pass: (ms: number) => {
        here += ms;
      },
      asked: () => turn,
    };
  }

  it("begins with what the page was made at, and becomes exact", async () => {
    const { clock, heard } = device(90_000, [
      [400, 100],
      [30, 20],
      [900, 10],
    ]);
    expect(clock.skew()).toBe(89_300);
    await clock.wake();
    expect(Math.abs(clock.skew() - 90_000)).toBeLessThanOrEqual(25);
    expect(heard.at(-1)).toBe(clock.skew());
  });

  it("takes a view's time only until the first sample", async () => {
    const { clock } = device(90_000, [[30, 20]]);
    clock.hear(5000 + 89_900);
    expect(clock.skew()).toBe(89_900);
    await clock.wake();
    const exact = clock.skew();
    clock.hear(5250 + 89_000);
    expect(clock.skew()).toBe(exact);
  });

  it("notices by a view from the future that it stood still", async () => {
    const { clock, asked } = device(90_000, [[30, 20]]);
    await clock.wake();
    clock.hear(5250 + 90_000 + 600_000);
    expect(clock.skew()).toBeGreaterThan(680_000);
    expect(asked()).toBe(6);
    clock.close();
  });

  it("drops an answer from before a sleep", async () => {
    const answers: ((at: number | null) => void)[] = [];
    const clock = followClock(0, {
      now: () => 0,
      changed: () => {},
      read: () => new Promise((resolve) => answers.push(resolve)),
    });
    const before = clock.wake();
    void clock.wake();
    answers[0]?.(777_777);
    await before;
    expect(clock.skew()).toBe(0);
    clock.close();
  });

  it("asks again every few minutes while something timed runs", async () => {
    vi.useFakeTimers();
    const { clock, asked } = device(90_000, [[30, 20]]);
    clock.timed(true);
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked()).toBe(5);
    await vi.advanceTimersByTimeAsync(3 * 60_000);
    expect(asked()).toBe(10);
    clock.timed(false);
    await vi.advanceTimersByTimeAsync(30 * 60_000);
    expect(asked()).toBe(10);
  });
});
