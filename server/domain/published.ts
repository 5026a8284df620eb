import type { ResponseId } from "@/protocol/ids";
import type { ResponseValue } from "@/protocol/kinds";
import type { Sums } from "@/protocol/sums";

export type Row = { id: ResponseId; value: ResponseValue };

/**
 * What the releases have published of a prompt. Closed kinds are added up, so
 * that their size does not grow with the room; free texts stand one by one.
 */
export type Published = { sums: Sums; texts: Row[] };

export const nothingYet: Sums = { responses: 0, counts: {} };

/** The sums after responses with these parts came, or went where `times` is negative. */
export function added(
  { responses, counts }: Sums,
  changes: Iterable<{ parts: readonly string[]; times: number }>,
): Sums {
  const next: Sums = { responses, counts: { ...counts } };
  for (const { parts, times } of changes) {
    next.responses += times;
    for (const part of parts) next.counts[part] = (next.counts[part] ?? 0) + times;
  }
  for (const [part, count] of Object.entries(next.counts)) if (count === 0) delete next.counts[part];
  return next;
}

/** How often this part was chosen. */
export const countOf = ({ counts }: Sums, part: string): number =>
  Object.hasOwn(counts, part) ? (counts[part] ?? 0) : 0;
