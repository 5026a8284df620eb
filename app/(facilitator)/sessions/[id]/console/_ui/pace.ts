import type { ConsoleView } from "@/protocol/views";

/** Time spent against time planned, in whole minutes. */
export type Pace = {
  elapsed: number;
  planned: number;
  /** Null when the class says nothing of time. */
  drift: { is: "on" | "behind" | "ahead" | "wellBehind" | "wellAhead"; minutes: number } | null;
};

const minute = 60_000;
const countedMinutes = 15;

/**
 * The plan gives the current slide a span of minutes; whoever is inside it is on
 * plan, and only what lies beyond it counts as drift.
 */
export function paceOf(
  view: Pick<ConsoleView, "startedAt" | "endedAt" | "plannedMinutes" | "plannedSoFar" | "place" | "outline">,
  now: number,
): Pace | null {
  if (view.startedAt === null) return null;
  const elapsed = Math.max(0, (view.endedAt ?? now) - view.startedAt) / minute;
  const planned = Math.round(view.plannedMinutes);
  const whole = { elapsed: Math.floor(elapsed), planned };
  if (view.plannedMinutes === 0) return { ...whole, drift: null };
  const from = view.plannedSoFar;
  const until = from + (view.outline[view.place - 1]?.minutes ?? 0);
  const late = Math.floor(elapsed - until);
  const early = Math.floor(from - elapsed);
  // Somebody who jumped knows it; minutes would only be noise.
  if (late > countedMinutes) return { ...whole, drift: { is: "wellBehind", minutes: late } };
  if (early > countedMinutes) return { ...whole, drift: { is: "wellAhead", minutes: early } };
  if (late >= 1) return { ...whole, drift: { is: "behind", minutes: late } };
  if (early >= 1) return { ...whole, drift: { is: "ahead", minutes: early } };
  return { ...whole, drift: { is: "on", minutes: 0 } };
}
