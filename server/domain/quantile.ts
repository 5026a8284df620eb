/**
 * The value below which this share of values lies, between two of them by
 * proportion (R42; Hyndman and Fan 1996, type 7, of which the median is the
 * middle value or the mean of the two middle ones); 0 for none. The values come
 * as how often each whole number from `first` on was given.
 */
export function quantile(counts: readonly number[], first: number, share: number): number {
  const size = counts.reduce((sum, count) => sum + count, 0);
  if (size === 0) return 0;
  const place = (size - 1) * share;
  const below = valueAt(counts, first, Math.floor(place));
  const above = valueAt(counts, first, Math.ceil(place));
  return below + (above - below) * (place - Math.floor(place));
}

/** The nth of the sorted values, from 0. */
function valueAt(counts: readonly number[], first: number, n: number): number {
  let passed = 0;
  for (const [index, count] of counts.entries()) {
    passed += count;
    if (n < passed) return first + index;
  }
  return first + counts.length - 1;
}
