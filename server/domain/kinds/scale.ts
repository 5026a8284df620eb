import type { PromptRules } from "@/server/domain/kinds";

export const scaleRules: PromptRules<"scale"> = {
  freeText: false,
  accept(slide, value) {
    const ratings: Record<string, number> = {};
    for (const { id } of slide.statements) {
      const rating = Object.hasOwn(value.ratings, id) ? value.ratings[id] : undefined;
      if (rating === undefined || rating > slide.points) return undefined;
      ratings[id] = rating;
    }
    const extra = Object.keys(value.ratings).length > slide.statements.length;
    return extra ? undefined : { kind: "scale", ratings };
  },
  tally: (slide, values) => ({
    kind: "scale",
    responses: values.length,
    statements: slide.statements.map(({ id }) => {
      const ratings = values.map((value) => value.ratings[id] ?? 0).filter((rating) => rating > 0);
      const counts = Array.from(
        { length: slide.points },
        (_, point) => ratings.filter((rating) => rating === point + 1).length,
      );
      return { counts, median: median(ratings) };
    }),
  }),
  view: ({ statements, points, low, high }, base) => ({
    ...base,
    kind: "scale",
    statements,
    points,
    low,
    high,
  }),
};

/** The middle rating; between the two middle ones when their number is even; 0 for none. */
function median(ratings: number[]): number {
  const sorted = [...ratings].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}
