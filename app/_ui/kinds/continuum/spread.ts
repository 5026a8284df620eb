/** How far apart the middle half of the room lies, in words. */
type Spread = "close" | "some" | "wide";

/** Which zone the room sees a scenario in. */
type Leaning =
  | { says: "most" | "many"; zones: [number] }
  | { says: "split"; zones: [number, number] }
  | { says: "none"; zones: [] };

/** Up to this distance opinions lie close together; from the other on they spread widely. */
const near = 20;
const far = 40;

export function spreadOf({ lower, upper }: { lower: number; upper: number }): Spread {
  const distance = upper - lower;
  if (distance <= near) return "close";
  return distance < far ? "some" : "wide";
}

/** More than half of the answers are most; two equal largest groups are a split. */
export function leaningOf(counts: number[]): Leaning {
  const all = counts.reduce((sum, count) => sum + count, 0);
  const largest = Math.max(0, ...counts);
  const [first, second, third] = counts.flatMap((count, zone) => (count === largest ? [zone] : []));
  if (all === 0 || first === undefined || third !== undefined) return { says: "none", zones: [] };
  if (second !== undefined) return { says: "split", zones: [first, second] };
  return { says: largest * 2 > all ? "most" : "many", zones: [first] };
}
