import type { PromptRules } from "@/server/domain/kinds";

export const openRules: PromptRules<"open"> = {
  freeText: true,
  accept: (_slide, value) => value,
  tally(_slide, values, { ids, marks, themes, groups, holds }) {
    const cards = values.map(({ text, language }, index) => {
      const id = ids[index] as (typeof ids)[number];
      const mark = marks[id] ?? ("none" as const);
      const theme = themes.find((known) => known.id === groups[id])?.id ?? null;
      return { id, text, language, mark, held: mark === "none" && holds(text, language), theme };
    });
    // Ids are random, so their order says nothing; it only keeps cards from jumping about (R44).
    cards.sort((a, b) => Number(b.mark === "pinned") - Number(a.mark === "pinned") || (a.id < b.id ? -1 : 1));
    return { kind: "open", responses: values.length, cards, themes };
  },
  view: (_slide, base) => ({ ...base, kind: "open" }),
  // Which language somebody wrote in can tell who it was, and the room need not know.
  forRoom: (tally) => ({
    ...tally,
    cards: tally.cards
      .filter((card) => card.mark !== "hidden" && !card.held)
      .map((card) => ({ ...card, language: "" })),
  }),
};
