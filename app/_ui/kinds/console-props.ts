import type { ComponentType } from "react";
import type { Running } from "@/app/_ui/kinds/timed-props";
import type { Kind, PromptKind, SlideOf, SlideViewOf, TallyOf, TimedKind } from "@/protocol/kinds";
import type { Card, CardMark } from "@/protocol/kinds/open";

/** What the facilitator can do with the room's texts while she looks at them. */
export type Desk = {
  mark: (cardId: Card["id"], mark: CardMark) => void;
  markWord: (word: string, mark: CardMark) => void;
  /** Puts a card into a theme, or takes it out with null. */
  group: (cardId: Card["id"], themeId: string | null) => void;
  addTheme: (themeId: string, name: string) => void;
  renameTheme: (themeId: string, name: string) => void;
  removeTheme: (themeId: string) => void;
  /** A step is on its way: what it asked for is not in the results yet. */
  busy: boolean;
  /** The language of the console; a card in another one says so. */
  language: string;
  /** Whether the cards lie on the board instead of here. */
  board: boolean;
  onBoard: (on: boolean) => void;
};

/** Released results as the facilitator sees them. */
export type ResultsProps<K extends PromptKind> = {
  slide: SlideOf<K>;
  results: TallyOf<K>;
  /** The first round's results, or those that these are compared with. */
  earlier?: TallyOf<K> | null;
  /** Absent when nothing can be changed any more. */
  desk?: Desk;
};

/** What the console knows of one kind. */
export type ConsoleKind<K extends Kind> = {
  Results: K extends PromptKind ? ComponentType<ResultsProps<K>> : null;
  /** The right answers in words; absent where nothing is right or wrong. */
  answers?: (slide: SlideOf<K>) => string[];
  /** For what the room does together for a set time: what is planned, and how it goes. */
  Timed?: K extends TimedKind ? ComponentType<ConsoleTimedProps<K>> : never;
};

export type ConsoleTimedProps<K extends TimedKind> = {
  slide: SlideOf<K>;
  /** The slide as the room has it, with the facilitator's choices. */
  shown: SlideViewOf<K> | null;
  running: Running;
};
