import { limits } from "@/protocol/limits";
import type { PromptRules } from "@/server/domain/kinds";
import { countOf } from "@/server/domain/published";

export const rankRules: PromptRules<"rank"> = {
  freeText: false,
  accept(slide, value) {
    const known = value.order.every((id) => slide.items.some((item) => item.id === id));
    const whole =
      new Set(value.order).size === slide.items.length && value.order.length === slide.items.length;
    return known && whole ? { kind: "rank", order: value.order } : undefined;
  },
  parts: ({ order }) => order.map((id, place) => `${id}/${place + 1}`),
  tally: (slide, sums) => ({
    kind: "rank",
    responses: sums.responses,
    items: slide.items.map(({ id }) => {
      const places = slide.items.map((_, place) => countOf(sums, `${id}/${place + 1}`));
      const sum = places.reduce((total, count, place) => total + count * (place + 1), 0);
      return { mean: sums.responses === 0 ? 0 : sum / sums.responses, places };
    }),
  }),
  view: ({ items, first, last, correct }, base, revealed) => ({
    ...base,
    kind: "rank",
    items,
    first,
    last,
    correct: revealed ? correct : [],
  }),
  fromHands(slide, { orders }) {
    const raised = orders.reduce((sum, { voices }) => sum + voices, 0);
    if (raised > limits.voices) return undefined;
    const values = orders.flatMap(({ order, voices }) =>
      Array.from({ length: voices }, () => ({ kind: "rank" as const, order })),
    );
    const fit = values.length > 0 && values.every((value) => rankRules.accept(slide, value));
    return fit ? values : undefined;
  },
};
