import { median } from "@/tests/bench/numbers";

/** What is wanted of a figure: of its ratio to what it stands beside, or of itself. */
export type Goal = { of: "ratio" | "value"; atMost?: number; atLeast?: number };

/** One row of the bench. */
export type Figure = {
  group: string;
  figure: string;
  /** At how many phones, or where. */
  at: string;
  unit: string;
  /** The median over the rounds. */
  attune: number;
  /** What it is measured against, and that one's median. */
  beside: string | null;
  other: number | null;
  ratio: number | null;
  /** The least and the greatest over the rounds: of the ratio where there is one, else of the value. */
  spread: [number, number];
  goal: Goal | null;
  met: boolean | null;
};

type Place = { group: string; figure: string; at: string; unit: string; goal?: Goal };

/** Attune beside something else, round by round, in turn. */
export function compared(place: Place, beside: string, attune: number[], other: number[]): Figure {
  const ratios = attune.map((value, round) => value / (other[round] ?? median(other)));
  return judged({
    ...place,
    goal: place.goal ?? null,
    attune: median(attune),
    beside,
    other: median(other),
    ratio: median(attune) / median(other),
    spread: [Math.min(...ratios), Math.max(...ratios)],
  });
}

/** A figure that stands alone. */
export function alone(place: Place, values: number[]): Figure {
  return judged({
    ...place,
    goal: place.goal ?? null,
    attune: median(values),
    beside: null,
    other: null,
    ratio: null,
    spread: [Math.min(...values), Math.max(...values)],
  });
}

/** Attune beside a figure that was measured once and is written down: how many times faster it is. */
export function against(place: Place, beside: string, attune: number[], written: number): Figure {
  const ratios = attune.map((value) => written / value);
  return judged({
    ...place,
    goal: place.goal ?? null,
    attune: median(attune),
    beside,
    other: written,
    ratio: median(ratios),
    spread: [Math.min(...ratios), Math.max(...ratios)],
  });
}

function judged(figure: Omit<Figure, "met">): Figure {
  const { goal, ratio, attune } = figure;
  if (!goal) return { ...figure, met: null };
  const value = goal.of === "ratio" ? ratio : attune;
  const met =
    value !== null &&
    value <= (goal.atMost ?? Number.POSITIVE_INFINITY) &&
    value >= (goal.atLeast ?? Number.NEGATIVE_INFINITY);
  return { ...figure, met };
}
