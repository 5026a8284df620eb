import { z } from "zod";
import { choiceResponse, choiceSlide, choiceTally, choiceView } from "@/protocol/kinds/choice";
import { contentSlide, contentView } from "@/protocol/kinds/content";
import { openResponse, openSlide, openTally, openView } from "@/protocol/kinds/open";
import { scaleResponse, scaleSlide, scaleTally, scaleView } from "@/protocol/kinds/scale";
import { wordsResponse, wordsSlide, wordsTally, wordsView } from "@/protocol/kinds/words";

/** A slide as a class holds it, with everything that only the facilitator sees. */
export const slide = z.discriminatedUnion("kind", [
  contentSlide,
  choiceSlide,
  scaleSlide,
  wordsSlide,
  openSlide,
]);
/** A slide as phone and screen see it. */
export const slideView = z.discriminatedUnion("kind", [
  contentView,
  choiceView,
  scaleView,
  wordsView,
  openView,
]);
/** One participant's response to one prompt. */
export const responseValue = z.discriminatedUnion("kind", [
  choiceResponse,
  scaleResponse,
  wordsResponse,
  openResponse,
]);
/** The released aggregate of a prompt's responses. */
export const tally = z.discriminatedUnion("kind", [choiceTally, scaleTally, wordsTally, openTally]);

export type Slide = z.infer<typeof slide>;
export type SlideView = z.infer<typeof slideView>;
export type ResponseValue = z.infer<typeof responseValue>;
export type Tally = z.infer<typeof tally>;

export type Kind = Slide["kind"];
/** The kinds that ask for responses. */
export type PromptKind = ResponseValue["kind"];

export type SlideOf<K extends Kind> = Extract<Slide, { kind: K }>;
export type SlideViewOf<K extends Kind> = Extract<SlideView, { kind: K }>;
export type ResponseOf<K extends PromptKind> = Extract<ResponseValue, { kind: K }>;
export type TallyOf<K extends PromptKind> = Extract<Tally, { kind: K }>;
