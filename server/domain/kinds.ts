import type { Hands, HandsKind, HandsOf } from "@/protocol/hands";
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
  TimedKind,
} from "@/protocol/kinds";
import type { Html } from "@/protocol/kinds/base";
import type { CardMark, Theme } from "@/protocol/kinds/open";
import type { Sums } from "@/protocol/sums";
import { choiceRules } from "@/server/domain/kinds/choice";
import { continuumRules } from "@/server/domain/kinds/continuum";
import { openRules } from "@/server/domain/kinds/open";
import { rankRules } from "@/server/domain/kinds/rank";
import { reflectRules } from "@/server/domain/kinds/reflect";
import { scaleRules } from "@/server/domain/kinds/scale";
import { sortRules } from "@/server/domain/kinds/sort";
import { wordsRules } from "@/server/domain/kinds/words";
import { added, nothingYet, type Published } from "@/server/domain/published";

export type ViewBase = Pick<SlideView, "id" | "part" | "title" | "body" | "explanation" | "language">;

/** What the facilitator made of the texts of a prompt. */
export type Desk = {
  marks: Record<string, CardMark>;
  themes: Theme[];
  groups: Record<string, string>;
  /** Whether an unmarked text waits for the facilitator's look (R48). */
  holds: (text: string, language: string) => boolean;
};
/** What a tally may need besides the values: the ids of their responses, in the same order, and the desk. */
export type TallyContext = Desk & { ids: ResponseId[] };

/** The kinds whose responses are words of a person's own. */
type TextKind = "words" | "open";

type TextRules<K extends PromptKind> = {
  /** Whether responses are words of a person's own, which retention deletes (R50). */
  freeText: true;
  /** The aggregate of values; pure, and the same for every order of them. */
  tally: (slide: SlideOf<K>, values: ResponseOf<K>[], context: TallyContext) => TallyOf<K>;
};

type ClosedRules<K extends PromptKind> = {
  freeText: false;
  /** What of a response is counted; the same part at most once. */
  parts: (value: ResponseOf<K>) => string[];
  /** The aggregate, from how often each part was chosen. */
  tally: (slide: SlideOf<K>, sums: Sums) => TallyOf<K>;
};

/** What one kind of prompt decides. A new kind is a new file and a line in `promptRules`. */
export type PromptRules<K extends PromptKind> = {
  /** The response as it is stored, or undefined when it does not fit this slide. */
  accept: (slide: SlideOf<K>, value: ResponseOf<K>) => ResponseOf<K> | undefined;
  /** The slide for phone and screen; `revealed` once results are shown. */
  view: (slide: SlideOf<K>, base: ViewBase, revealed: boolean) => SlideViewOf<K>;
  /** The tally without what only the facilitator sees. */
  forRoom?: (tally: TallyOf<K>) => TallyOf<K>;
} & (K extends TextKind ? TextRules<K> : ClosedRules<K>) &
  (K extends HandsKind
    ? {
        /** One response per raised hand with exactly these sums, or undefined when they do not add up (R47). */
        fromHands: (slide: SlideOf<K>, hands: HandsOf<K>) => ResponseOf<K>[] | undefined;
      }
    : unknown);

const promptRules: { [K in PromptKind]: PromptRules<K> } = {
  choice: choiceRules,
  sort: sortRules,
  scale: scaleRules,
  continuum: continuumRules,
  words: wordsRules,
  open: openRules,
  rank: rankRules,
  reflect: reflectRules,
};

const timedKinds: readonly string[] = ["pause", "pair"] satisfies TimedKind[];

// The record pairs every kind with its own types; TypeScript cannot carry that
// pairing through a lookup, so it is asserted here and nowhere else.
type AnyRules = {
  accept: (slide: Slide, value: ResponseValue) => ResponseValue | undefined;
  view: (slide: Slide, base: ViewBase, revealed: boolean) => SlideView;
  forRoom?: (tally: Tally) => Tally;
  fromHands?: (slide: Slide, hands: Hands) => ResponseValue[] | undefined;
} & (
  | {
      freeText: true;
      tally: (slide: Slide, values: ResponseValue[], context: TallyContext) => Tally;
    }
  | {
      freeText: false;
      parts: (value: ResponseValue) => string[];
      tally: (slide: Slide, sums: Sums) => Tally;
    }
);
const rulesOf = (kind: PromptKind) => promptRules[kind] as unknown as AnyRules;

/** Whether a slide asks for responses. */
export function isPrompt(slide: Slide): slide is SlideOf<PromptKind> {
  return Object.hasOwn(promptRules, slide.kind);
}

/** Whether the room does this slide together for a set time. */
export function isTimed(slide: Slide): slide is SlideOf<TimedKind> {
  return timedKinds.includes(slide.kind);
}

/** Whether a prompt's responses are deleted by retention. */
export function holdsFreeText(slide: Slide): boolean {
  return isPrompt(slide) && rulesOf(slide.kind).freeText;
}

/** The response as it is stored; undefined when it does not fit the slide (R40). */
export function acceptResponse(slide: Slide, value: ResponseValue): ResponseValue | undefined {
  return isPrompt(slide) && slide.kind === value.kind ? rulesOf(slide.kind).accept(slide, value) : undefined;
}

/** The responses that stand for hands counted in the room; undefined when they do not fit the slide (R47). */
export function responsesOfHands(slide: Slide, hands: Hands): ResponseValue[] | undefined {
  return isPrompt(slide) && slide.kind === hands.kind
    ? rulesOf(slide.kind).fromHands?.(slide, hands)
    : undefined;
}

/** What of a response is counted one by one; nothing of a free text. */
export function partsOf(value: ResponseValue): string[] {
  const rules = rulesOf(value.kind);
  return rules.freeText ? [] : rules.parts(value);
}

/** These responses as something published: each value as often as it says. */
export function sumsOf(values: { value: ResponseValue; times: number }[], before: Sums = nothingYet): Sums {
  return added(
    before,
    values.map(({ value, times }) => ({ parts: partsOf(value), times })),
  );
}

/** The aggregate of what was published of a prompt, as the console sees it. */
export function tallyOf(slide: SlideOf<PromptKind>, { sums, texts }: Published, desk: Desk): Tally {
  const rules = rulesOf(slide.kind);
  if (!rules.freeText) return rules.tally(slide, sums);
  const values = texts.map(({ value }) => value);
  return rules.tally(slide, values, { ...desk, ids: texts.map(({ id }) => id) });
}

/** The same for everybody else. */
export function roomTally(tally: Tally): Tally {
  return rulesOf(tally.kind).forRoom?.(tally) ?? tally;
}

/** A slide as phone and screen see it at a reveal step. */
export function slideViewOf(slide: Slide, language: string, step: number, revealed: boolean): SlideView {
  const base: ViewBase = {
    id: slide.id,
    part: slide.part,
    title: slide.title,
    body: slide.bodies[step] ?? (slide.bodies.at(-1) as Html),
    explanation: revealed ? slide.explanation : ("" as Html),
    language,
  };
  if (isPrompt(slide)) return rulesOf(slide.kind).view(slide, base, revealed);
  switch (slide.kind) {
    case "content":
      return { ...base, kind: "content" };
    case "pause":
      return { ...base, kind: "pause", seconds: slide.seconds, rhythm: slide.rhythm };
    case "pair":
      return { ...base, kind: "pair", seconds: slide.seconds, turns: slide.turns };
  }
}
