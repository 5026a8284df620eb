import type { PromptRules } from "@/server/domain/kinds";

export const choiceRules: PromptRules<"choice"> = {
  freeText: false,
  accept(slide, value) {
    const chosen = [...new Set(value.options)];
    const known = chosen.every((id) => slide.options.some((option) => option.id === id));
    return known && chosen.length <= slide.pick ? { kind: "choice", options: chosen } : undefined;
  },
  tally: (slide, values) => ({
    kind: "choice",
    responses: values.length,
    counts: slide.options.map(({ id }) => values.filter((value) => value.options.includes(id)).length),
  }),
  view: (slide, base, revealed) => ({
    ...base,
    kind: "choice",
    options: slide.options,
    pick: slide.pick,
    correct: revealed ? slide.correct : [],
  }),
};
