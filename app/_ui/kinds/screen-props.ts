import type { Running } from "@/app/_ui/kinds/timed-props";
import type { Kind, PromptKind, SlideViewOf, TallyOf } from "@/protocol/kinds";

/** What the projector's view of one kind gets: the slide, and its results once they are released and shown. */
export type ScreenProps<K extends Kind> = {
  slide: SlideViewOf<K>;
  results: K extends PromptKind ? TallyOf<K> | null : null;
  /** What they are compared with: the first round's, or an earlier slide's. */
  earlier?: K extends PromptKind ? TallyOf<K> | null : null;
  /** How the prompt stands, with the clock of what runs in time. */
  running: Running;
};
