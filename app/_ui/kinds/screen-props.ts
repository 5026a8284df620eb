import type { Kind, PromptKind, SlideViewOf, TallyOf } from "@/protocol/kinds";

/** What the projector's view of one kind gets: the slide, and its results once they are released and shown. */
export type ScreenProps<K extends Kind> = {
  slide: SlideViewOf<K>;
  results: K extends PromptKind ? TallyOf<K> | null : null;
};
