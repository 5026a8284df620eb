import type { Rhythm } from "@/protocol/kinds/pause";

/**
 * Where a breath is at a moment of the server's clock: the same on every device,
 * since nothing but that clock, the timer and the rhythm goes into it.
 */
export type BreathStep = keyof Rhythm;
type Span = { startsAt: number; endsAt: number };

export type Breath =
  /** It begins in a moment. */
  | { is: "before" }
  | {
      is: "breath";
      step: BreathStep;
      /** The second of this step, from 1. */
      count: number;
      /** The breath, from 1, and how many there are. */
      nth: number;
      of: number;
    }
  /** The last breath is done, and a little time is left to let it come and go. */
  | { is: "settling" }
  | { is: "over" };

export const breathSteps = ["in", "hold", "out", "rest"] as const;

export const breathMs = (rhythm: Rhythm): number =>
  1000 * breathSteps.reduce((sum, step) => sum + rhythm[step], 0);

/** How many breaths fit: none is begun that could not be let out before the end. */
export function breathsIn({ startsAt, endsAt }: Span, rhythm: Rhythm): number {
  const needed = breathMs(rhythm) - 1000 * rhythm.rest;
  return Math.max(1, Math.floor((endsAt - startsAt - needed) / breathMs(rhythm)) + 1);
}

export function breathAt(now: number, span: Span, rhythm: Rhythm): Breath {
  const since = now - span.startsAt;
  if (now >= span.endsAt) return { is: "over" };
  if (since < 0) return { is: "before" };
  const of = breathsIn(span, rhythm);
  const nth = Math.floor(since / breathMs(rhythm)) + 1;
  if (nth > of) return { is: "settling" };
  let within = since - (nth - 1) * breathMs(rhythm);
  for (const step of breathSteps) {
    const lasts = 1000 * rhythm[step];
    if (within < lasts) return { is: "breath", step, count: Math.floor(within / 1000) + 1, nth, of };
    within -= lasts;
  }
  return { is: "settling" };
}

/** How long until something of it is another: a step, a second of a step, the beginning, the end. */
export function untilNext(now: number, span: Span, rhythm: Rhythm): number {
  const since = now - span.startsAt;
  const left = span.endsAt - now;
  const moments = [left, left % 1000 || 1000];
  if (since < 0) moments.push(-since);
  else {
    let within = since % breathMs(rhythm);
    for (const step of breathSteps) {
      const lasts = 1000 * rhythm[step];
      if (within < lasts) {
        moments.push(lasts - within, 1000 - (within % 1000));
        break;
      }
      within -= lasts;
    }
  }
  return Math.min(...moments.filter((ms) => ms > 0));
}

/** The guide at its smallest, as a share of its largest. */
export const smallest = 0.42;

/** One breath as frames of the shape, from 0 to 1 of its time; slow at the turns, as breath is. */
export function breathFrames(rhythm: Rhythm): { offset: number; scale: number }[] {
  const whole = breathMs(rhythm);
  const sizes = { in: 1, hold: 1, out: smallest, rest: smallest };
  let at = 0;
  return [
    { offset: 0, scale: smallest },
    ...breathSteps
      .filter((step) => rhythm[step] > 0)
      .map((step) => {
        at += 1000 * rhythm[step];
        return { offset: Math.min(1, at / whole), scale: sizes[step] };
      }),
  ];
}
