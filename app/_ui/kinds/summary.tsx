import type { ComponentType } from "react";
import { ChoiceSummary } from "@/app/_ui/kinds/choice/summary";
import { ContinuumSummary } from "@/app/_ui/kinds/continuum/summary";
import { OpenSummary } from "@/app/_ui/kinds/open/summary";
import { RankSummary } from "@/app/_ui/kinds/rank/summary";
import { ReflectSummary } from "@/app/_ui/kinds/reflect/summary";
import { ScaleSummary } from "@/app/_ui/kinds/scale/summary";
import { SortSummary } from "@/app/_ui/kinds/sort/summary";
import type { CardOf, SummaryProps } from "@/app/_ui/kinds/summary-props";
import { WordsSummary } from "@/app/_ui/kinds/words/summary";
import type { PromptKind, SlideView, Tally } from "@/protocol/kinds";

/** What a prompt came to, after the class, by kind: for eyes, screen readers and paper. */
const summaries: { [K in PromptKind]: ComponentType<SummaryProps<K>> } = {
  choice: ChoiceSummary,
  sort: SortSummary,
  scale: ScaleSummary,
  continuum: ContinuumSummary,
  words: WordsSummary,
  open: OpenSummary,
  rank: RankSummary,
  reflect: ReflectSummary,
};

type Props = {
  slide: SlideView;
  results: Tally;
  earlier?: Tally | null;
  cardOf?: CardOf | undefined;
};

export function KindSummary({ slide, results, earlier = null, cardOf }: Props) {
  if (slide.kind !== results.kind) return null;
  // The record pairs each kind with its component, which TypeScript cannot follow through an index.
  const Summary = summaries[results.kind] as ComponentType<Props>;
  return (
    <Summary
      slide={slide}
      results={results}
      earlier={earlier?.kind === slide.kind ? earlier : null}
      cardOf={cardOf}
    />
  );
}
