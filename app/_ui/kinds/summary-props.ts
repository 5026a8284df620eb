import type { PromptKind, SlideViewOf, TallyOf } from "@/protocol/kinds";

/** What the summary's view of one kind gets. */
export type SummaryProps<K extends PromptKind> = { slide: SlideViewOf<K>; results: TallyOf<K> };
