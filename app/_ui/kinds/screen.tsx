import type { ComponentType } from "react";
import { ChoiceScreen } from "@/app/_ui/kinds/choice/screen";
import { ContentScreen } from "@/app/_ui/kinds/content/screen";
import { OpenScreen } from "@/app/_ui/kinds/open/screen";
import { ScaleScreen } from "@/app/_ui/kinds/scale/screen";
import type { ScreenProps } from "@/app/_ui/kinds/screen-props";
import { WordsScreen } from "@/app/_ui/kinds/words/screen";
import type { Kind, SlideView, Tally } from "@/protocol/kinds";

/** What the projector shows of a slide below its title, by kind. */
const screens: { [K in Kind]: ComponentType<ScreenProps<K>> } = {
  content: ContentScreen,
  choice: ChoiceScreen,
  scale: ScaleScreen,
  words: WordsScreen,
  open: OpenScreen,
};

export function KindScreen({ slide, results }: { slide: SlideView; results: Tally | null }) {
  // The record pairs each kind with its component, which TypeScript cannot follow through an index.
  const Screen = screens[slide.kind] as ComponentType<{ slide: SlideView; results: Tally | null }>;
  return <Screen slide={slide} results={results?.kind === slide.kind ? results : null} />;
}
