import type { PromptRules } from "@/server/domain/kinds";

export const openRules: PromptRules<"open"> = {
  freeText: true,
  accept: (_slide, value) => value,
  tally(_slide, values, { ids, marks }) {
    const cards = values.map((value, index) => {
      const id = ids[index] as (typeof ids)[number];
      return { id, text: value.text, mark: marks[id] ?? ("none" as const) };
    });
    // Ids are random, so their order says nothing; it only keeps cards from jumping about (R44).
    cards.sort((a, b) => Number(b.mark === "pinned") - Number(a.mark === "pinned") || (a.id < b.id ? -1 : 1));
    return { kind: "open", responses: values.length, cards };
  },
  view: (_slide, base) => ({ ...base, kind: "open" }),
  forRoom: (tally) => ({ ...tally, cards: tally.cards.filter((card) => card.mark !== "hidden") }),
};
