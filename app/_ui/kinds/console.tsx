import type { ComponentType } from "react";
import { choiceConsole } from "@/app/_ui/kinds/choice/console";
import type { ConsoleKind, Desk } from "@/app/_ui/kinds/console-props";
import { contentConsole } from "@/app/_ui/kinds/content/console";
import { continuumConsole } from "@/app/_ui/kinds/continuum/console";
import { openConsole } from "@/app/_ui/kinds/open/console";
import { pairConsole } from "@/app/_ui/kinds/pair/console";
import { pauseConsole } from "@/app/_ui/kinds/pause/console";
import { rankConsole } from "@/app/_ui/kinds/rank/console";
import { reflectConsole } from "@/app/_ui/kinds/reflect/console";
import { scaleConsole } from "@/app/_ui/kinds/scale/console";
import { sortConsole } from "@/app/_ui/kinds/sort/console";
import { type Running, runningOf } from "@/app/_ui/kinds/timed-props";
import { wordsConsole } from "@/app/_ui/kinds/words/console";
import type { Kind, Slide, SlideView, Tally } from "@/protocol/kinds";
import type { ConsoleView } from "@/protocol/views";

const kinds: { [K in Kind]: ConsoleKind<K> } = {
  content: contentConsole,
  choice: choiceConsole,
  sort: sortConsole,
  scale: scaleConsole,
  continuum: continuumConsole,
  words: wordsConsole,
  open: openConsole,
  rank: rankConsole,
  reflect: reflectConsole,
  pause: pauseConsole,
  pair: pairConsole,
};

type AnyResults = { slide: Slide; results: Tally; earlier?: Tally | null; desk?: Desk };
type AnyKind = {
  Results: ComponentType<AnyResults> | null;
  answers?: (slide: Slide) => string[];
  Timed?: ComponentType<{ slide: Slide; shown: SlideView | null; running: Running }>;
};

// The record pairs each kind with its own types, which TypeScript cannot follow
// through an index; asserted here and nowhere else.
const consoleOf = (kind: Kind) => kinds[kind] as unknown as AnyKind;

export function KindResults({ slide, results, earlier, desk }: AnyResults) {
  const { Results } = consoleOf(slide.kind);
  // A view holds slide and results of one moment; they part only where a view is broken.
  if (!Results || slide.kind !== results.kind) return null;
  const before = earlier?.kind === results.kind ? earlier : null;
  return <Results slide={slide} results={results} earlier={before} desk={desk} />;
}

/** The right answers in words; none where nothing is right or wrong. */
export function answersOf(slide: Slide): string[] {
  return consoleOf(slide.kind).answers?.(slide) ?? [];
}

/** What is planned of a timed slide, and how it goes; nothing for any other. */
export function KindTimed({ view, skew }: { view: ConsoleView; skew: number }) {
  const { slide } = view;
  const Timed = slide && consoleOf(slide.kind).Timed;
  if (!Timed) return null;
  const shown = view.room.slide?.kind === slide.kind ? view.room.slide : null;
  return <Timed slide={slide} shown={shown} running={runningOf(view, skew)} />;
}
