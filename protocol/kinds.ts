import { z } from "zod";
import { choiceResponse, choiceSlide, choiceTally, choiceView } from "@/protocol/kinds/choice";
import { contentSlide, contentView } from "@/protocol/kinds/content";
import { continuumResponse, continuumSlide, continuumTally, continuumView } from "@/protocol/kinds/continuum";
import { openResponse, openSlide, openTally, openView } from "@/protocol/kinds/open";
import { pairSlide, pairView } from "@/protocol/kinds/pair";
import { pauseSlide, pauseView } from "@/protocol/kinds/pause";
import { rankResponse, rankSlide, rankTally, rankView } from "@/protocol/kinds/rank";
import { reflectResponse, reflectSlide, reflectTally, reflectView } from "@/protocol/kinds/reflect";
import { scaleResponse, scaleSlide, scaleTally, scaleView } from "@/protocol/kinds/scale";
import { sortResponse, sortSlide, sortTally, sortView } from "@/protocol/kinds/sort";
import { wordsResponse, wordsSlide, wordsTally, wordsView } from "@/protocol/kinds/words";

/** A slide as a class holds it, with everything that only the facilitator sees. */
export const slide = z.discriminatedUnion("kind", [
  contentSlide,
  choiceSlide,
  sortSlide,
  scaleSlide,
  continuumSlide,
  wordsSlide,
  openSlide,
  rankSlide,
  reflectSlide,
  pauseSlide,
  pairSlide,
]);
/** A slide as phone and screen see it. */
export const slideView = z.discriminatedUnion("kind", [
  contentView,
  choiceView,
  sortView,
  scaleView,
  continuumView,
  wordsView,
  openView,
  rankView,
  reflectView,
  pauseView,
  pairView,
]);
/** One participant's response to one prompt. */
export const responseValue = z.discriminatedUnion("kind", [
  choiceResponse,
  sortResponse,
  scaleResponse,
  continuumResponse,
  wordsResponse,
  openResponse,
  rankResponse,
  reflectResponse,
]);
/** The released aggregate of a prompt's responses. */
export const tally = z.discriminatedUnion("kind", [
  choiceTally,
  sortTally,
  scaleTally,
  continuumTally,
  wordsTally,
  openTally,
  rankTally,
  reflectTally,
]);

export type Slide = z.infer<typeof slide>;
export type SlideView = z.infer<typeof slideView>;
export type ResponseValue = z.infer<typeof responseValue>;
export type Tally = z.infer<typeof tally>;

export type Kind = Slide["kind"];
/** The kinds that ask for responses. */
export type PromptKind = ResponseValue["kind"];
/** The kinds that the room does together for a set time: they open and close, and nobody answers. */
export type TimedKind = "pause" | "pair";

export type SlideOf<K extends Kind> = Extract<Slide, { kind: K }>;
export type SlideViewOf<K extends Kind> = Extract<SlideView, { kind: K }>;
export type ResponseOf<K extends PromptKind> = Extract<ResponseValue, { kind: K }>;
export type TallyOf<K extends PromptKind> = Extract<Tally, { kind: K }>;
