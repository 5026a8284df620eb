import type { Card, Theme } from "@/protocol/kinds/open";

/** Cards under the theme that they were put into; `theme` is null for those in none, which come last. */
export type ThemedCards = { theme: Theme | null; cards: Card[] };

/** The cards by theme, in the order of the themes; a theme without cards is left out. */
export function byTheme(cards: Card[], themes: Theme[]): ThemedCards[] {
  const groups: ThemedCards[] = themes.map((theme) => ({
    theme,
    cards: cards.filter((card) => card.theme === theme.id),
  }));
  const known = new Set(themes.map(({ id }) => id));
  const rest = cards.filter((card) => card.theme === null || !known.has(card.theme));
  return [...groups, { theme: null, cards: rest }].filter((group) => group.cards.length > 0);
}
