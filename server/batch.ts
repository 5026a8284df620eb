/**
 * Collects single items for a few milliseconds and writes them as one group, so
 * that a whole room at once is a few transactions. While a group is written, the
 * next one collects; each item is answered when its own group is done.
 */
export type Batch<T> = {
  /** Resolves when the item's group is written; rejects with what `write` threw, or gave for the item. */
  add: (item: T) => Promise<void>;
  /** Resolves when everything that was added before is written. */
  drain: () => Promise<void>;
};

type Waiting<T> = { item: T; resolve: () => void; reject: (reason: unknown) => void };

export type BatchOptions<T> = {
  /** Writes a group. May answer with one error per refused item; all others are done. */
  write: (items: T[]) => Promise<Map<T, Error> | undefined>;
  collectMs: number;
  /** Items per group at most. */
  most: number;
  /** Items that may wait; beyond it `add` rejects with `overload`. */
  waiting: number;
  overload: () => Error;
  /** Calls back after each group that was written: how many items it took, of how many, and how long that took. */
  written?: (group: { taken: number; size: number; ms: number }) => void;
};

export function createBatch<T>(options: BatchOptions<T>): Batch<T> {
  const { write, collectMs, most, waiting, overload, written } = options;
  let queue: Waiting<T>[] = [];
  let running: Promise<void> | undefined;

  const writeGroup = async (group: Waiting<T>[]): Promise<void> => {
    try {
      const began = performance.now();
      const refused = await write(group.map(({ item }) => item));
      const size = group.length;
      written?.({ taken: size - (refused?.size ?? 0), size, ms: performance.now() - began });
      for (const { item, resolve, reject } of group) {
        const error = refused?.get(item);
        if (error) reject(error);
        else resolve();
      }
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  };

  const run = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, collectMs));
    while (queue.length > 0) {
      const group = queue.slice(0, most);
      queue = queue.slice(most);
      await writeGroup(group);
    }
    running = undefined;
  };

  return {
    add: (item) => {
      if (queue.length >= waiting) return Promise.reject(overload());
      return new Promise((resolve, reject) => {
        queue.push({ item, resolve, reject });
        running ??= run();
      });
    },
    drain: async () => {
      await running;
    },
  };
}
