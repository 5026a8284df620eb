import { AppError } from "@/protocol/errors";

/** Lets so much work through at once and no more; what comes on top is told to come again. */
export type Gate = <T>(work: () => Promise<T>) => Promise<T>;

export function createGate(most: number): Gate {
  let inside = 0;
  return async (work) => {
    if (inside >= most) throw new AppError("overloaded");
    inside += 1;
    try {
      return await work();
    } finally {
      inside -= 1;
    }
  };
}
