import type { ResponseId } from "@/protocol/ids";
import type {
  PromptKind,
  ResponseOf,
  ResponseValue,
  Slide,
  SlideOf,
  SlideView,
  SlideViewOf,
  Tally,
  TallyOf,
} from "@/protocol/kinds";
import type { Html } from "@/protocol/kinds/base";
import type { CardMark } from "@/protocol/kinds/open";
import { choiceRules } from "@/server/domain/kinds/choice";
import { openRules } from "@/server/domain/kinds/open";
import { scaleRules } from "@/server/domain/kinds/scale";
import { wordsRules } from "@/server/domain/kinds/words";

type ViewBase = Pick<SlideView, "id" | "part" | "title" | "body" | "explanation">;
/** What a tally may need besides the values: the ids of their responses, in the same order, and the marks. */
export type TallyContext = { ids: ResponseId[]; marks: Record<string, CardMark> };

/** What one kind of prompt decides. A new kind is a new file and a line in `promptRules`. */
export type PromptRules<K extends PromptKind> = {
  /** Whether responses are words of a person's own, which retention deletes (R50). */
  freeText: boolean;
  /** The response as it is stored, or undefined when it does not fit this slide. */
  accept: (slide: SlideOf<K>, value: ResponseOf<K>) => ResponseOf<K> | undefined;
  /** The aggregate of values; pure, and the same for every order of them. */
  tally: (slide: SlideOf<K>, values: ResponseOf<K>[], context: TallyContext) => TallyOf<K>;
  /** The slide for phone and screen; `revealed` once results are shown. */
  view: (slide: SlideOf<K>, base: ViewBase, revealed: boolean) => SlideViewOf<K>;
  /** The tally without what only the facilitator sees. */
  forRoom?: (tally: TallyOf<K>) => TallyOf<K>;
};

const promptRules: { [K in PromptKind]: PromptRules<K> } = {
  choice: choiceRules,
  scale: scaleRules,
  words: wordsRules,
  open: openRules,
};

// The record pairs every kind with its own types; TypeScript cannot carry that
// pairing through a lookup, so it is asserted here and nowhere else.
const rulesOf = (kind: PromptKind) => promptRules[kind] as unknown as PromptRules<PromptKind>;

/** Whether a slide asks for responses. */
export function isPrompt(slide: Slide): slide is SlideOf<PromptKind> {
  return slide.kind in promptRules;
}

/** Whether a prompt's responses are deleted by retention. */
export function holdsFreeText(slide: Slide): boolean {
  return isPrompt(slide) && rulesOf(slide.kind).freeText;
}

/** The response as it is stored; undefined when it does not fit the slide (R40). */
export function acceptResponse(slide: Slide, value: ResponseValue): ResponseValue | undefined {
  return isPrompt(slide) && slide.kind === value.kind ? rulesOf(slide.kind).accept(slide, value) : undefined;
}

/** The aggregate of a prompt's released responses, as the console sees it. */
export function tallyOf(
  slide: SlideOf<PromptKind>,
  released: { id: ResponseId; value: ResponseValue }[],
  marks: Record<string, CardMark>,
): Tally {
  const context = { ids: released.map(({ id }) => id), marks };
  return rulesOf(slide.kind).tally(
    slide,
    released.map(({ value }) => value),
    context,
  );
}

/** The same for everybody else. */
export function roomTally(tally: Tally): Tally {
  return rulesOf(tally.kind).forRoom?.(tally) ?? tally;
}

/** A slide as phone and screen see it at a reveal step. */
export function slideViewOf(slide: Slide, step: number, revealed: boolean): SlideView {
  const base: ViewBase = {
    id: slide.id,
    part: slide.part,
    title: slide.title,
    body: slide.bodies[step] ?? (slide.bodies.at(-1) as Html),
    explanation: revealed ? slide.explanation : ("" as Html),
  };
  return isPrompt(slide) ? rulesOf(slide.kind).view(slide, base, revealed) : { ...base, kind: "content" };
}
