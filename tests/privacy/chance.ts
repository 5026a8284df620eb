/** How likely each outcome is: at index n, that it is n. */
type Distribution = number[];

/** What an attacker achieved, beside what pure chance would have given him: exact, no estimate. */
export type Evidence = { hits: number; chance: Distribution };

export const nothing: Evidence = { hits: 0, chance: [1] };

/** Independent attempts, counted together. */
export function together(one: Evidence, other: Evidence): Evidence {
  const chance = Array<number>(one.chance.length + other.chance.length - 1).fill(0);
  one.chance.forEach((p, i) => {
    other.chance.forEach((q, j) => {
      chance[i + j] = (chance[i + j] ?? 0) + p * q;
    });
  });
  return { hits: one.hits + other.hits, chance };
}

/** How likely chance alone does at least as well. */
export function atLeast({ hits, chance }: Evidence): number {
  return chance.slice(hits).reduce((sum, p) => sum + p, 0);
}

/** How likely chance alone is at least as far off, to either side. */
export function asFarOff(evidence: Evidence): number {
  const below = evidence.chance.slice(0, evidence.hits + 1).reduce((sum, p) => sum + p, 0);
  return Math.min(1, 2 * Math.min(below, atLeast(evidence)));
}

/** Of `n` phones dealt at random, `guesses` are each guessed once: how many guesses are right. */
export function rightGuesses(n: number, guesses: number): Distribution {
  return Array.from({ length: guesses + 1 }, (_, right) => {
    let sum = 0;
    for (let i = right; i <= guesses; i += 1)
      sum += ((i - right) % 2 === 0 ? 1 : -1) * choose(i, right) * choose(guesses, i) * ordered(n, i);
    return Math.max(sum, 0);
  });
}

/** Of `n` phones two groups are drawn at random: how many are in both. */
export function inBoth(n: number, one: number, other: number): Distribution {
  return Array.from(
    { length: Math.min(one, other) + 1 },
    (_, both) => (choose(one, both) * choose(n - one, other - both)) / choose(n, other),
  );
}

function choose(n: number, k: number): number {
  if (k < 0 || k > n) return 0;
  let result = 1;
  for (let i = 1; i <= k; i += 1) result = (result * (n - k + i)) / i;
  return result;
}

/** One over the number of ways to deal `k` of `n` in order. */
function ordered(n: number, k: number): number {
  let result = 1;
  for (let i = 0; i < k; i += 1) result /= n - i;
  return result;
}
