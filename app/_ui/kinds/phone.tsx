import { fetched } from "@/app/_client/fetched";
import type { PhoneKind, PromptPieces, TimedPieces, TimedProps } from "@/app/_ui/kinds/phone-pieces";
import type { Kind, PromptKind, SlideView, SlideViewOf, TimedKind } from "@/protocol/kinds";
// Their styles are small and come with the page: what the server has drawn never stands there bare.
import "@/app/_ui/kinds/choice/phone.module.css";
import "@/app/_ui/kinds/continuum/phone.module.css";
import "@/app/_ui/kinds/continuum/strip.module.css";
import "@/app/_ui/kinds/open/phone.module.css";
import "@/app/_ui/kinds/pair/phone.module.css";
import "@/app/_ui/kinds/pause/guide.module.css";
import "@/app/_ui/kinds/pause/phone.module.css";
import "@/app/_ui/kinds/phone.module.css";
import "@/app/_ui/kinds/picture.module.css";
import "@/app/_ui/kinds/rank/phone.module.css";
import "@/app/_ui/kinds/reflect/phone.module.css";
import "@/app/_ui/kinds/scale/phone.module.css";
import "@/app/_ui/kinds/sort/phone.module.css";
import "@/app/_ui/kinds/sort/split.module.css";
import "@/app/_ui/kinds/words/phone.module.css";

/** The code of each kind comes by itself: a phone first loads that of the slide before it. */
const loads: { [K in Kind]: () => Promise<PhoneKind<K>> } = {
  content: async () => null,
  choice: async () => (await import("@/app/_ui/kinds/choice/phone")).choicePhone,
  sort: async () => (await import("@/app/_ui/kinds/sort/phone")).sortPhone,
  scale: async () => (await import("@/app/_ui/kinds/scale/phone")).scalePhone,
  continuum: async () => (await import("@/app/_ui/kinds/continuum/phone")).continuumPhone,
  words: async () => (await import("@/app/_ui/kinds/words/phone")).wordsPhone,
  open: async () => (await import("@/app/_ui/kinds/open/phone")).openPhone,
  rank: async () => (await import("@/app/_ui/kinds/rank/phone")).rankPhone,
  reflect: async () => (await import("@/app/_ui/kinds/reflect/phone")).reflectPhone,
  pause: async () => (await import("@/app/_ui/kinds/pause/phone")).pausePhone,
  pair: async () => (await import("@/app/_ui/kinds/pair/phone")).pairPhone,
};
export const allKinds = Object.keys(loads) as Kind[];

// Code, no state: whoever has it once has it for good.
const here: { [K in Kind]?: PhoneKind<K> } = { content: null };
const coming: { [K in Kind]?: Promise<void> } = {};

export const hasKind = (kind: Kind): boolean => Object.hasOwn(here, kind);

/** Settles when the kind is there, however long the network is away. */
export function loadKind(kind: Kind): Promise<void> {
  coming[kind] ??= fetchKind(kind);
  return coming[kind];
}

async function fetchKind(kind: Kind): Promise<void> {
  Object.assign(here, { [kind]: await fetched<PhoneKind<Kind>>(loads[kind]) });
}

export type PromptSlide = SlideViewOf<PromptKind>;

/** The slide, when it is one that asks for responses and its kind is there. */
export function promptSlide(slide: SlideView | null): PromptSlide | null {
  const pieces = slide && here[slide.kind];
  return pieces && "Fields" in pieces ? (slide as PromptSlide) : null;
}

export type TimedSlide = SlideViewOf<TimedKind>;

/** The slide, when it is one that the room does together for a set time, and its kind is there. */
export function timedSlide(slide: SlideView | null): TimedSlide | null {
  const pieces = slide && here[slide.kind];
  return pieces && "Timed" in pieces ? (slide as TimedSlide) : null;
}

type KindTimedProps = Omit<TimedProps<TimedKind>, "slide"> & { slide: TimedSlide };

export function KindTimed({ slide, running, foot }: KindTimedProps) {
  // As with `piecesOf`: the record holds each kind and its component together.
  const { Timed } = here[slide.kind] as unknown as TimedPieces<TimedKind>;
  return <Timed slide={slide as never} running={running} foot={foot} />;
}

/**
 * The pieces of a slide's kind. They are typed for any of the kinds, which the
 * record itself holds together: a slide and its response are of the same one.
 */
export function piecesOf(slide: PromptSlide): PromptPieces<PromptKind> {
  return here[slide.kind] as unknown as PromptPieces<PromptKind>;
}
