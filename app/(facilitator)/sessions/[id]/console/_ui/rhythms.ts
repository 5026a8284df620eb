import type { Rhythm } from "@/protocol/kinds/pause";

/** Rhythms of breathing that facilitators know by their numbers. */
export const rhythms: readonly Rhythm[] = [
  { in: 4, hold: 0, out: 6, rest: 0 },
  { in: 4, hold: 4, out: 4, rest: 4 },
  { in: 4, hold: 7, out: 8, rest: 0 },
];

export const lengths: readonly number[] = [60, 120, 180, 300];

/** A rhythm by its numbers, as in `4–6` or `4–4–4–4`; a hold or a rest of none is left out. */
export function numbersOf({ in: inhale, hold, out, rest }: Rhythm): string {
  const middle = hold > 0 || rest > 0 ? [hold] : [];
  return [inhale, ...middle, out, ...(rest > 0 ? [rest] : [])].join("–");
}

export function sameRhythm(one: Rhythm, other: Rhythm): boolean {
  return (["in", "hold", "out", "rest"] as const).every((part) => one[part] === other[part]);
}

/** What can be picked: the plan first, then what is usual and not the plan. */
export function choicesOf<T>(planned: T, usual: readonly T[], same: (one: T, other: T) => boolean): T[] {
  return [planned, ...usual.filter((each) => !same(each, planned))];
}

/** Seconds from minutes and seconds, kept where a timer can be. */
export function withinTimer(seconds: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, Math.round(seconds) || least));
}
