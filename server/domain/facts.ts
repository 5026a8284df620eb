import type { Deck } from "@/protocol/classes";
import type { JoinCode, PromptId, SessionId } from "@/protocol/ids";
import type { PromptKind, Slide, SlideOf, Tally } from "@/protocol/kinds";
import type { SessionState } from "@/protocol/sessions";
import { themesOf } from "@/server/domain/desk";
import { type Desk, holdsFreeText, isPrompt, tallyOf } from "@/server/domain/kinds";
import { currentSlide } from "@/server/domain/positions";
import { asItStands } from "@/server/domain/prompt-moves";
import type { Published } from "@/server/domain/published";
import { currentRound, promptIdOf, promptState } from "@/server/domain/rounds";

/** Whether a text holds words that a room should not read unprepared; an empty language means every one. */
export type IsRough = (text: string, language: string) => boolean;

/** All that views are made of. */
export type Facts = {
  session: { id: SessionId; deck: Deck; code: JoinCode; rev: number; state: SessionState };
  /** Of the current round of the current prompt; zero for other slides. */
  prompt: { responses: number; waiting: number };
  /** What was released of the prompts in `promptsInView`, by prompt id. */
  released: Map<string, Published>;
  /** Whether the session has any response. */
  anyResponse: boolean;
  facilitatorHere: boolean;
  joinUrl: string;
  screenPath: string;
  textDays: number;
  isRough: IsRough;
  now: number;
};

/** The prompts whose released responses the current slide shows: its own, what it is compared with, what it recalls. */
export function promptsInView(state: SessionState, deck: Deck): PromptId[] {
  const slide = currentSlide(state, deck);
  if (!slide) return [];
  const shown = slide.kind === "content" ? slideById(deck, slide.recall) : slide;
  if (!shown || !isPrompt(shown)) return [];
  const earlier = earlierRound(state, deck, shown);
  return [currentRound(state, shown.id), ...(earlier ? [earlier.promptId] : [])];
}

/** The results of a prompt's current round; null while the guard holds them. */
export function resultsOf(facts: Facts, slide: SlideOf<PromptKind>): Tally | null {
  return tallied(facts, slide, currentRound(facts.session.state, slide.id));
}

/** What they stand beside: the first round, or the slide that they are compared with (R61). */
export function earlierOf(facts: Facts, slide: SlideOf<PromptKind>): Tally | null {
  const earlier = earlierRound(facts.session.state, facts.session.deck, slide);
  return earlier ? tallied(facts, earlier.slide, earlier.promptId) : null;
}

/** The prompt that this content slide shows again. */
export function recalledBy(deck: Deck, slide: Slide): SlideOf<PromptKind> | undefined {
  const found = slide.kind === "content" ? slideById(deck, slide.recall) : undefined;
  return found && isPrompt(found) ? found : undefined;
}

/** Which round a prompt's results are compared with, if any. */
export function earlierRound(state: SessionState, deck: Deck, slide: SlideOf<PromptKind>) {
  if (promptState(state, slide.id).round === 2) return { slide, promptId: promptIdOf(slide.id, 1) };
  const other = slideById(deck, slide.compare);
  if (!other || !isPrompt(other) || other.kind !== slide.kind) return undefined;
  return { slide: other, promptId: currentRound(state, other.id) };
}

/** The facilitator's handling of a prompt's texts, as the session has it. */
export function deskOf(state: SessionState, slide: Slide, isRough: IsRough): Desk {
  const { approve, filter } = state.settings;
  return {
    marks: state.marks,
    themes: themesOf(state, slide.id),
    groups: state.groups,
    holds: (text, language) => (approve && slide.kind === "open") || (filter && isRough(text, language)),
  };
}

function tallied({ session, released, isRough }: Facts, slide: SlideOf<PromptKind>, promptId: string) {
  const { state } = session;
  return tallyOfPublished(asItStands(slide, state), released.get(promptId), deskOf(state, slide, isRough));
}

/** The aggregate of what was published; null while nothing was, or is left. */
export function tallyOfPublished(
  slide: SlideOf<PromptKind>,
  published: Published | undefined,
  desk: Desk,
): Tally | null {
  const there = published && (holdsFreeText(slide) ? published.texts.length : published.sums.responses);
  return published && there ? tallyOf(slide, published, desk) : null;
}

function slideById(deck: Deck, slideId: string | null): Slide | undefined {
  return slideId === null ? undefined : deck.slides.find(({ id }) => id === slideId);
}
