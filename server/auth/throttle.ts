/**
 * A token bucket per key: `burst` tries at once, then one more every `everyMs`.
 * Memory is bounded: beyond `keys` entries the one that was used longest ago is forgotten.
 */
export type Throttle = {
  /** Whether a try is free now; takes none. */
  allows: (key: string) => boolean;
  /** Takes a try; false, and nothing taken, when none is free. */
  take: (key: string) => boolean;
  /** Returns a try that turned out to be no failure. */
  giveBack: (key: string) => void;
  /** Forgets the key: all its tries are free again. */
  clear: (key: string) => void;
  /** How many keys are remembered. */
  size: () => number;
};

export type ThrottleOptions = { now: () => number; burst: number; everyMs: number; keys?: number };

type Bucket = { left: number; at: number };

export function createThrottle({ now, burst, everyMs, keys = 10_000 }: ThrottleOptions): Throttle {
  // A Map keeps the order of insertion, and a touched key is inserted anew: the first one is the oldest.
  const buckets = new Map<string, Bucket>();

  const left = (key: string): number => {
    const bucket = buckets.get(key);
    if (!bucket) return burst;
    // A clock that was set back must not take tries away.
    const passed = Math.max(0, now() - bucket.at);
    return Math.min(burst, bucket.left + passed / everyMs);
  };

  const put = (key: string, amount: number): void => {
    buckets.delete(key);
    if (amount >= burst) return;
    buckets.set(key, { left: amount, at: now() });
    if (buckets.size <= keys) return;
    const oldest = buckets.keys().next();
    if (!oldest.done) buckets.delete(oldest.value);
  };

  return {
    allows: (key) => left(key) >= 1,
    take: (key) => {
      const free = left(key);
      if (free < 1) return false;
      put(key, free - 1);
      return true;
    },
    giveBack: (key) => put(key, left(key) + 1),
    clear: (key) => {
      buckets.delete(key);
    },
    size: () => buckets.size,
  };
}
