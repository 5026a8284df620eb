import { type PulseSignal, pulse } from "@/protocol/limits";

const minute = 60_000;

/** When a signal that is given now fades: a whole minute, so that its time tells little of its phone (R57). */
export function fadesAt(now: number): number {
  return Math.ceil(now / minute + pulse.minutes) * minute;
}

/**
 * The room's pulse as the console may see it: how many signals stand, and, from
 * `minimum` on, their shares in tenths (R58).
 */
export function pulseOf(counts: Map<PulseSignal, number>, minimum: number) {
  const signals = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const share = (signal: PulseSignal) => Math.round(((counts.get(signal) ?? 0) / signals) * 10) / 10;
  return { signals, shares: signals >= minimum ? pulse.signals.map(share) : null };
}
