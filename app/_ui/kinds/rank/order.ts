import type { Item } from "@/protocol/kinds/base";

/** The ids in the order given, when it is one of exactly these items, else as the slide lists them. */
export function orderOf(items: readonly Item[], given: readonly string[] = []): string[] {
  const known = items.map(({ id }) => id);
  const whole = given.length === known.length && known.every((id) => given.includes(id));
  return whole ? [...given] : known;
}

/** The order with one item at another place, from 0; the others close up. */
export function movedTo(order: readonly string[], id: string, place: number): string[] {
  const others = order.filter((other) => other !== id);
  const at = Math.min(Math.max(place, 0), others.length);
  return [...others.slice(0, at), id, ...others.slice(at)];
}

type Ranked = { item: Item; mean: number; place: number };

/** The items by their mean place, best first; those with the same mean share a place. */
export function rankingOf(items: readonly Item[], tally: readonly { mean: number }[]): Ranked[] {
  const sorted = items
    .map((item, index) => ({ item, mean: tally[index]?.mean ?? items.length }))
    .sort((one, other) => one.mean - other.mean);
  return sorted.map(({ item, mean }) => ({
    item,
    mean,
    place: sorted.findIndex((other) => other.mean === mean) + 1,
  }));
}

/** How much of the bar a mean place fills: first all of it, last a sliver. */
export function shareOf(mean: number, items: number): number {
  return mean === 0 ? 0 : (items + 1 - mean) / items;
}
