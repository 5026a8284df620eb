import type { PromptRules } from "@/server/domain/kinds";
import { countOf } from "@/server/domain/published";

export const choiceRules: PromptRules<"choice"> = {
  freeText: false,
  accept(slide, value) {
    const chosen = [...new Set(value.options)];
    const known = chosen.every((id) => slide.options.some((option) => option.id === id));
    return known && chosen.length <= slide.pick ? { kind: "choice", options: chosen } : undefined;
  },
  parts: ({ options }) => options,
  tally: (slide, sums) => ({
    kind: "choice",
    responses: sums.responses,
    counts: slide.options.map(({ id }) => countOf(sums, id)),
  }),
  // With several picks per voice only the sums are known: each option goes to the first voices.
  fromHands(slide, { voices, counts }) {
    const sum = counts.reduce((total, count) => total + count, 0);
    const enough = counts.length === slide.options.length && sum >= voices && voices > 0;
    const order = counts.flatMap((count, option) => Array<number>(count).fill(option));
    if (!enough || sum > voices * slide.pick || counts.some((count) => count > voices)) return undefined;
    return Array.from({ length: voices }, (_, voice) => ({
      kind: "choice",
      // Dealt out in turn: an option with at most `voices` hands never meets itself.
      options: order
        .filter((_, at) => at % voices === voice)
        .map((option) => slide.options[option]?.id ?? ""),
    }));
  },
  view: (slide, base, revealed) => ({
    ...base,
    kind: "choice",
    options: slide.options,
    pick: slide.pick,
    ranked: slide.from !== null,
    correct: revealed ? slide.correct : [],
  }),
};
