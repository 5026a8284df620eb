import dynamic from "next/dynamic";
import type { ComponentType } from "react";
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

const loads: { [K in Kind]?: () => Promise<PhoneKind<K>> } = { content: async () => null };

/** Keeps the way to a kind's code; for Next it is a piece that draws nothing. */
function kept<K extends Kind>(kind: K, load: () => Promise<PhoneKind<K>>) {
  Object.assign(loads, { [kind]: load });
  return () => load().then(() => Nothing);
}
const Nothing = () => null;

/**
 * The code of each kind comes by itself: a phone first loads that of the slide before it.
 * Next names its file in the head of the page, so that it comes with the page's own code.
 */
const hints: { [K in Exclude<Kind, "content">]: ComponentType } = {
  choice: dynamic(kept("choice", async () => (await import("@/app/_ui/kinds/choice/phone")).choicePhone)),
  sort: dynamic(kept("sort", async () => (await import("@/app/_ui/kinds/sort/phone")).sortPhone)),
  scale: dynamic(kept("scale", async () => (await import("@/app/_ui/kinds/scale/phone")).scalePhone)),
  continuum: dynamic(
    kept("continuum", async () => (await import("@/app/_ui/kinds/continuum/phone")).continuumPhone),
  ),
  words: dynamic(kept("words", async () => (await import("@/app/_ui/kinds/words/phone")).wordsPhone)),
  open: dynamic(kept("open", async () => (await import("@/app/_ui/kinds/open/phone")).openPhone)),
  rank: dynamic(kept("rank", async () => (await import("@/app/_ui/kinds/rank/phone")).rankPhone)),
  reflect: dynamic(kept("reflect", async () => (await import("@/app/_ui/kinds/reflect/phone")).reflectPhone)),
  pause: dynamic(kept("pause", async () => (await import("@/app/_ui/kinds/pause/phone")).pausePhone)),
  pair: dynamic(kept("pair", async () => (await import("@/app/_ui/kinds/pair/phone")).pairPhone)),
};
export const allKinds = Object.keys(loads) as Kind[];

/** Has the server name the code of this kind; draws nothing. */
export function KindHint({ kind }: { kind: Kind }) {
  if (typeof window !== "undefined" || kind === "content") return null;
  const Hint = hints[kind];
  return <Hint />;
}

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
  const load: (() => Promise<PhoneKind<Kind>>) | undefined = loads[kind];
  if (load) Object.assign(here, { [kind]: await fetched(load) });
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
