import type { TallyOf } from "@/protocol/kinds";
import type { Card, Theme } from "@/protocol/kinds/open";

/** How a wall lies on the facilitator's table. */
export type Table = {
  /** Wait for her look; nobody else sees them. */
  held: Card[];
  hidden: Card[];
  /** In no theme. */
  loose: Card[];
  themes: { theme: Theme; cards: Card[] }[];
};

/** A card that was put somewhere a moment ago, while the server does not say so yet. */
export type Move = { cardId: string; themeId: string | null };

export function tableOf({ cards, themes }: TallyOf<"open">, moving: Move | null = null): Table {
  const known = new Set(themes.map(({ id }) => id));
  const held = cards.filter(isHeld);
  const hidden = cards.filter(({ mark }) => mark === "hidden");
  const placeOf = (card: Card) => {
    const theme = moving?.cardId === card.id ? moving.themeId : card.theme;
    return theme !== null && known.has(theme) ? theme : null;
  };
  const seen = cards.filter((card) => card.mark !== "hidden" && !isHeld(card));
  return {
    held,
    hidden,
    loose: seen.filter((card) => placeOf(card) === null),
    themes: themes.map((theme) => ({ theme, cards: seen.filter((card) => placeOf(card) === theme.id) })),
  };
}

/** A held card that was looked at waits no longer, whatever became of it. */
export function isHeld(card: Card): boolean {
  return card.held && card.mark === "none";
}

/** The cards whose controls may take the focus once `cardId` is gone from its list, best first. */
export function afterLeaving(cards: Card[], cardId: string): string[] {
  const at = cards.findIndex(({ id }) => id === cardId);
  if (at < 0) return [cardId];
  return [cards[at + 1], cards[at - 1], cards[at]].flatMap((card) => (card ? [card.id] : []));
}

const letters = "abcdefghijklmnopqrstuvwxyz234567";

/** An id for a theme, made here so that a repeated press is the same theme. */
export function makeThemeId(bytes: Uint8Array = crypto.getRandomValues(new Uint8Array(8))): string {
  return `t${[...bytes].map((byte) => letters[byte % letters.length]).join("")}`;
}

/** The name of a card's language for a reader, when it is not the console's; empty when it is, or unknown. */
export function otherLanguage(card: Card, console: string, reader: string): string {
  const base = (tag: string) => tag.split("-", 1)[0];
  if (card.language === "" || base(card.language) === base(console)) return "";
  try {
    return new Intl.DisplayNames([reader], { type: "language" }).of(card.language) ?? card.language;
  } catch {
    return card.language;
  }
}
