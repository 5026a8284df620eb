import type { SlideViewOf } from "@/protocol/kinds";

type Sorted = Pick<SlideViewOf<"sort">, "bins" | "correct">;

/** The place of the statement's right bin; undefined where none is known. */
export function rightBin({ bins, correct }: Sorted, statementId: string): number | undefined {
  const right = Object.hasOwn(correct, statementId) ? correct[statementId] : undefined;
  const at = bins.findIndex(({ id }) => id === right);
  return at < 0 ? undefined : at;
}

/** The fullest bins: more than one when they are level, none when all are empty. */
export function fullestBins(counts: number[]): number[] {
  const most = Math.max(0, ...counts);
  return most === 0 ? [] : counts.flatMap((count, bin) => (count === most ? [bin] : []));
}

/** The next statement without a bin, seen from this one and round the end; undefined when all are sorted. */
export function nextOpen(ids: string[], bins: Record<string, string>, from: number): number | undefined {
  const round = ids.map((_, step) => (from + 1 + step) % ids.length);
  return round.find((at) => at !== from && !Object.hasOwn(bins, ids[at] ?? ""));
}
