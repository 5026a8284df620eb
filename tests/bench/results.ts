import type { Figure } from "@/tests/bench/figures";
import type { Constants } from "@/tests/bench/scale";

/** What `bench-results.json` holds. */
export type Results = {
  at: string;
  seconds: number;
  machine: { processors: number; model: string; gigabytes: number; node: string; system: string };
  figures: Figure[];
  constants: Partial<Constants>;
};
