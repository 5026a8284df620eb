/**
 * Runs `act(key)` soon after it was asked for, at most once per `everyMs` and key;
 * the last request is always followed by a run.
 */
export function coalesce<K>(
  everyMs: number,
  act: (key: K) => void,
): { ask: (key: K) => void; stop: () => void } {
  const resting = new Map<K, { again: boolean; timer: NodeJS.Timeout }>();

  const run = (key: K) => {
    act(key);
    const timer = setTimeout(() => {
      const again = resting.get(key)?.again;
      resting.delete(key);
      if (again) run(key);
    }, everyMs);
    resting.set(key, { again: false, timer });
  };

  return {
    ask: (key) => {
      const rest = resting.get(key);
      if (rest) rest.again = true;
      else run(key);
    },
    stop: () => {
      for (const { timer } of resting.values()) clearTimeout(timer);
      resting.clear();
    },
  };
}
