import type { PromptRules } from "@/server/domain/kinds";
import { rowsOfHands } from "@/server/domain/kinds/hands";
import { pairsOf } from "@/server/domain/kinds/pairs";
import { countOf } from "@/server/domain/published";
import { quantile } from "@/server/domain/quantile";

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
  parts: ({ ratings }) => pairsOf(ratings),
  tally: (slide, sums) => ({
    kind: "scale",
    responses: sums.responses,
    statements: slide.statements.map(({ id }) => {
      const counts = Array.from({ length: slide.points }, (_, point) => countOf(sums, `${id}/${point + 1}`));
      return { counts, median: quantile(counts, 1, 0.5) };
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
  fromHands(slide, { voices, statements }) {
    const shape = { statements: slide.statements.length, answers: slide.points };
    return rowsOfHands(statements, voices, shape)?.map((row) => ({
      kind: "scale",
      ratings: Object.fromEntries(slide.statements.map(({ id }, at) => [id, (row[at] ?? 0) + 1])),
    }));
  },
};
