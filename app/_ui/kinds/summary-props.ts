import type { ReactNode } from "react";
import type { SlideId } from "@/protocol/ids";
import type { PromptKind, SlideViewOf, TallyOf } from "@/protocol/kinds";
import type { Card } from "@/protocol/kinds/open";

/** What the summary's view of one kind gets. */
export type SummaryProps<K extends PromptKind> = {
  slide: SlideViewOf<K>;
  results: TallyOf<K>;
  /** What stands beside them: the first round, or the same measure at an earlier slide. */
  earlier?: TallyOf<K> | null;
  /** Draws a card where it can be more than read. */
  cardOf?: CardOf | undefined;
};
export type CardOf = (slideId: SlideId, card: Card) => ReactNode;
