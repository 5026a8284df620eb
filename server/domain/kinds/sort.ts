import type { PromptRules } from "@/server/domain/kinds";
import { rowsOfHands } from "@/server/domain/kinds/hands";
import { pairsOf } from "@/server/domain/kinds/pairs";
import { countOf } from "@/server/domain/published";

export const sortRules: PromptRules<"sort"> = {
  freeText: false,
  accept(slide, value) {
    const bins: Record<string, string> = {};
    for (const { id } of slide.statements) {
      const bin = Object.hasOwn(value.bins, id) ? value.bins[id] : undefined;
      if (bin === undefined || !slide.bins.some((known) => known.id === bin)) return undefined;
      bins[id] = bin;
    }
    const extra = Object.keys(value.bins).length > slide.statements.length;
    return extra ? undefined : { kind: "sort", bins };
  },
  parts: ({ bins }) => pairsOf(bins),
  tally: (slide, sums) => ({
    kind: "sort",
    responses: sums.responses,
    statements: slide.statements.map((statement) =>
      slide.bins.map((bin) => countOf(sums, `${statement.id}/${bin.id}`)),
    ),
  }),
  view: ({ bins, statements, correct }, base, revealed) => ({
    ...base,
    kind: "sort",
    bins,
    statements,
    correct: revealed ? correct : {},
  }),
  fromHands(slide, { voices, statements }) {
    const shape = { statements: slide.statements.length, answers: slide.bins.length };
    return rowsOfHands(statements, voices, shape)?.map((row) => ({
      kind: "sort",
      bins: Object.fromEntries(
        slide.statements.map(({ id }, at) => [id, slide.bins[row[at] ?? 0]?.id ?? ""]),
      ),
    }));
  },
};
