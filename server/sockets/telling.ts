import { isUnavailable } from "@/db/unavailable";
import { coalesce } from "@/server/sockets/coalesce";

const retryAfterMs = 1000;

type Telling<K> = {
  /** Writes to the log that it could not be told. */
  failing: (error: unknown) => void;
  /** At most once per so many ms and key. */
  everyMs: number;
  tell: (key: K) => Promise<void>;
};

/**
 * Tells what is read anew each time, so that the last of many requests is enough. What cannot be
 * told while the database is away is told once it is back; the log hears only of its beginning.
 */
export function createTelling<K>({ failing, everyMs, tell }: Telling<K>) {
  const failed = new Map<K, NodeJS.Timeout>();
  let stopped = false;

  const tried = async (key: K): Promise<void> => {
    const before = failed.get(key);
    try {
      await tell(key);
      settle(key);
    } catch (error) {
      settle(key);
      if (!before) failing(error);
      if (!stopped && isUnavailable(error)) failed.set(key, setTimeout(told.ask, retryAfterMs, key));
    }
  };
  const settle = (key: K) => {
    clearTimeout(failed.get(key));
    failed.delete(key);
  };
  const told = coalesce<K>(everyMs, (key) => void tried(key));

  return {
    ask: told.ask,
    stop: () => {
      stopped = true;
      told.stop();
      for (const timeout of failed.values()) clearTimeout(timeout);
      failed.clear();
    },
  };
}
