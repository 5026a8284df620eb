/**
 * The value below which this share of sorted values lies, between two of them
 * by proportion (R42; Hyndman and Fan 1996, type 7, of which the median is the
 * middle value or the mean of the two middle ones); 0 for none.
 */
export function quantile(sorted: number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}
