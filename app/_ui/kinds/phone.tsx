import { choicePhone } from "@/app/_ui/kinds/choice/phone";
import { contentPhone } from "@/app/_ui/kinds/content/phone";
import { continuumPhone } from "@/app/_ui/kinds/continuum/phone";
import { openPhone } from "@/app/_ui/kinds/open/phone";
import { pairPhone } from "@/app/_ui/kinds/pair/phone";
import { pausePhone } from "@/app/_ui/kinds/pause/phone";
import type { PhoneKind, PromptPieces, TimedPieces, TimedProps } from "@/app/_ui/kinds/phone-pieces";
import { rankPhone } from "@/app/_ui/kinds/rank/phone";
import { reflectPhone } from "@/app/_ui/kinds/reflect/phone";
import { scalePhone } from "@/app/_ui/kinds/scale/phone";
import { sortPhone } from "@/app/_ui/kinds/sort/phone";
import { wordsPhone } from "@/app/_ui/kinds/words/phone";
import type { Kind, PromptKind, SlideView, SlideViewOf, TimedKind } from "@/protocol/kinds";

const kinds: { [K in Kind]: PhoneKind<K> } = {
  content: contentPhone,
  choice: choicePhone,
  sort: sortPhone,
  scale: scalePhone,
  continuum: continuumPhone,
  words: wordsPhone,
  open: openPhone,
  rank: rankPhone,
  reflect: reflectPhone,
  pause: pausePhone,
  pair: pairPhone,
};

export type PromptSlide = SlideViewOf<PromptKind>;

/** The slide, when it is one that asks for responses. */
export function promptSlide(slide: SlideView | null): PromptSlide | null {
  const pieces = slide && kinds[slide.kind];
  return pieces && "Fields" in pieces ? (slide as PromptSlide) : null;
}

export type TimedSlide = SlideViewOf<TimedKind>;

/** The slide, when it is one that the room does together for a set time. */
export function timedSlide(slide: SlideView | null): TimedSlide | null {
  const pieces = slide && kinds[slide.kind];
  return pieces && "Timed" in pieces ? (slide as TimedSlide) : null;
}

type KindTimedProps = Omit<TimedProps<TimedKind>, "slide"> & { slide: TimedSlide };

export function KindTimed({ slide, running, foot }: KindTimedProps) {
  // As with `piecesOf`: the record holds each kind and its component together.
  const { Timed } = kinds[slide.kind] as unknown as TimedPieces<TimedKind>;
  return <Timed slide={slide as never} running={running} foot={foot} />;
}

/**
 * The pieces of a slide's kind. They are typed for any of the kinds, which the
 * record itself holds together: a slide and its response are of the same one.
 */
export function piecesOf(slide: PromptSlide): PromptPieces<PromptKind> {
  return kinds[slide.kind] as unknown as PromptPieces<PromptKind>;
}
