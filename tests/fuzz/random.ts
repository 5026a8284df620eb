/** Chance that can be had again: the same seed gives the same run. */
export type Random = {
  /** A whole number from 0 to below this. */
  below: (end: number) => number;
  pick: <T>(from: readonly T[]) => T;
  /** True as often as that. */
  chance: (share: number) => boolean;
  hex: (length: number) => string;
  uuid: () => string;
  /** Another source that depends on this seed and name alone, so that tasks side by side do not disturb each other. */
  branch: (name: string) => Random;
};

/** Mulberry32: small, quick and good enough to break things with. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (end: number) => Math.floor(next() * end);
  const hex = (length: number) => Array.from({ length }, () => below(16).toString(16)).join("");
  return {
    below,
    pick: <T>(from: readonly T[]) => from[below(from.length)] as T,
    chance: (share) => next() < share,
    hex,
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-${"89ab"[below(4)]}${hex(3)}-${hex(12)}`,
    branch: (name) => {
      let mixed = seed >>> 0;
      for (const letter of name) mixed = (Math.imul(mixed, 31) + letter.charCodeAt(0)) >>> 0;
      return createRandom(mixed);
    },
  };
}
