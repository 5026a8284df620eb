/** Runs the turns of each key one after the other, in the order in which they came. */
export type Line = {
  /** `behind` says how many wait after this one when its turn comes. */
  stand: <T>(key: string, turn: (behind: number) => Promise<T>) => Promise<T>;
  /** How many stand there, the one whose turn it is among them. */
  length: (key: string) => number;
};

export function createLine(): Line {
  const lines = new Map<string, { last: Promise<unknown>; length: number }>();

  return {
    length: (key) => lines.get(key)?.length ?? 0,
    stand: async (key, turn) => {
      const line = lines.get(key) ?? { last: Promise.resolve(), length: 0 };
      lines.set(key, line);
      line.length += 1;
      const mine = line.last.then(() => turn(line.length - 1));
      // One turn that fails is its own trouble.
      line.last = mine.catch(() => undefined);
      try {
        return await mine;
      } finally {
        line.length -= 1;
        if (line.length === 0) lines.delete(key);
      }
    },
  };
}
