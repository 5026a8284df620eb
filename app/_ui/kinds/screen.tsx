import type { ComponentType } from "react";
import { ChoiceScreen } from "@/app/_ui/kinds/choice/screen";
import { ContentScreen } from "@/app/_ui/kinds/content/screen";
import { ContinuumScreen } from "@/app/_ui/kinds/continuum/screen";
import { OpenScreen } from "@/app/_ui/kinds/open/screen";
import { PairScreen } from "@/app/_ui/kinds/pair/screen";
import { PauseScreen } from "@/app/_ui/kinds/pause/screen";
import { RankScreen } from "@/app/_ui/kinds/rank/screen";
import { ReflectScreen } from "@/app/_ui/kinds/reflect/screen";
import { ScaleScreen } from "@/app/_ui/kinds/scale/screen";
import type { ScreenProps } from "@/app/_ui/kinds/screen-props";
import { SortScreen } from "@/app/_ui/kinds/sort/screen";
import { notRunning, type Running } from "@/app/_ui/kinds/timed-props";
import { WordsScreen } from "@/app/_ui/kinds/words/screen";
import type { Kind, SlideView, Tally } from "@/protocol/kinds";

/** What the projector shows of a slide below its title, by kind. */
const screens: { [K in Kind]: ComponentType<ScreenProps<K>> } = {
  content: ContentScreen,
  choice: ChoiceScreen,
  sort: SortScreen,
  scale: ScaleScreen,
  continuum: ContinuumScreen,
  words: WordsScreen,
  open: OpenScreen,
  rank: RankScreen,
  reflect: ReflectScreen,
  pause: PauseScreen,
  pair: PairScreen,
};

type Props = {
  slide: SlideView;
  results: Tally | null;
  /** What the results are compared with: the first round's, or an earlier slide's. */
  earlier?: Tally | null;
  running?: Running;
};

export function KindScreen({ slide, results, earlier = null, running = notRunning }: Props) {
  // The record pairs each kind with its component, which TypeScript cannot follow through an index.
  const Screen = screens[slide.kind] as ComponentType<Required<Props>>;
  return (
    <Screen
      slide={slide}
      results={results?.kind === slide.kind ? results : null}
      earlier={earlier?.kind === slide.kind ? earlier : null}
      running={running}
    />
  );
}

/** How the foot of the screen tells what phones are doing: it counts answers, or who is done, or nothing. */
export type FootWords = "answers" | "done" | "none";
const feet: Partial<Record<Kind, FootWords>> = { reflect: "done", pause: "none", pair: "none" };
export const footOf = (kind: Kind | undefined): FootWords => (kind && feet[kind]) ?? "answers";
