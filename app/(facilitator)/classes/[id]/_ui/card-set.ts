import type { SlideView, SlideViewOf } from "@/protocol/kinds";

/** The prompts that somebody without a phone can answer with cards. */
export type CardPrompt = SlideViewOf<"choice" | "sort" | "scale" | "continuum" | "rank">;

/** What one parent holds in the hand for a whole class. */
export type CardSet = {
  /** How many letters there are, from A on. */
  letters: number;
  /** Numbers from 1 to this one; 0 for none. */
  points: number;
  /** Items to be laid in order, by prompt. */
  ranks: SlideViewOf<"rank">[];
  /** What letters and numbers mean, prompt by prompt. */
  prompts: CardPrompt[];
};

/** Themes are named while the class runs: so many can be written in by hand. */
export const openOptions = 6;

export function cardSetOf(slides: SlideView[]): CardSet {
  const prompts = slides.filter(takesCards);
  return {
    letters: Math.max(0, ...prompts.map(lettersOf)),
    points: Math.max(0, ...prompts.map((slide) => (slide.kind === "scale" ? slide.points : 0))),
    ranks: prompts.filter((slide) => slide.kind === "rank"),
    prompts,
  };
}

function lettersOf(slide: CardPrompt): number {
  if (slide.kind === "choice") return slide.options.length || openOptions;
  if (slide.kind === "sort") return slide.bins.length;
  return slide.kind === "continuum" ? slide.zones.length : 0;
}

const kinds: readonly string[] = [
  "choice",
  "sort",
  "scale",
  "continuum",
  "rank",
] satisfies CardPrompt["kind"][];

function takesCards(slide: SlideView): slide is CardPrompt {
  return kinds.includes(slide.kind);
}

/** A, B, C … as they stand on the cards. */
export const letterOf = (index: number) => String.fromCharCode("A".charCodeAt(0) + index);

/** The cards in sheets of as many as one page holds. */
export function sheetsOf<C>(cards: C[], perPage: number): C[][] {
  return Array.from({ length: Math.ceil(cards.length / perPage) }, (_, page) =>
    cards.slice(page * perPage, (page + 1) * perPage),
  );
}
