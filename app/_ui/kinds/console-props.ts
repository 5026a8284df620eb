import type { ComponentType } from "react";
import type { Kind, PromptKind, SlideOf, TallyOf } from "@/protocol/kinds";
import type { CardMark } from "@/protocol/kinds/open";

/** Released results as the facilitator sees them. */
export type ResultsProps<K extends PromptKind> = {
  slide: SlideOf<K>;
  results: TallyOf<K>;
  /** Hides or pins a card; absent when nothing can be changed any more. */
  onMark?: (cardId: TallyOf<"open">["cards"][number]["id"], mark: CardMark) => void;
};

/** What the console knows of one kind. */
export type ConsoleKind<K extends Kind> = {
  Results: K extends PromptKind ? ComponentType<ResultsProps<K>> : null;
  /** The right answers in words; absent where nothing is right or wrong. */
  answers?: (slide: SlideOf<K>) => string[];
};
