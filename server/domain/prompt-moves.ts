import type { Deck } from "@/protocol/classes";
import { AppError } from "@/protocol/errors";
import type { Slide } from "@/protocol/kinds";
import type { Item } from "@/protocol/kinds/base";
import type { Rhythm } from "@/protocol/kinds/pause";
import { pauseLeadMs } from "@/protocol/limits";
import type { Position, PromptState } from "@/protocol/sessions";
import type { ReleaseMode } from "@/protocol/views";
import { themesOf } from "@/server/domain/desk";
import { isPrompt, isTimed } from "@/server/domain/kinds";
import { currentSlide, here } from "@/server/domain/positions";
import { promptState } from "@/server/domain/rounds";

const second = 1000;

const justOpened = { phase: "open", shown: false, closedAt: undefined } as const;

type Opening = { slideId: string; seconds?: number | undefined; rhythm?: Rhythm | undefined };

/** Opens the prompt, or lets what is done together begin. `now` is in ms. */
export function openPrompt(at: Position, deck: Deck, opening: Opening, now: number): Position {
  const slide = here(at, deck, opening.slideId);
  if (slide.kind === "content") throw new AppError("impossible", "this slide asks nothing");
  const before = promptState(at, slide.id);
  if (before.phase === "open") throw new AppError("impossible", "it is open");
  const prompt: PromptState = { ...before, ...justOpened, ...optionsFor(slide, before, at) };
  if (slide.kind === "pause" && opening.rhythm) prompt.rhythm = opening.rhythm;
  return {
    ...withPrompt(at, slide.id, prompt),
    timer: timerFor(slide, opening.seconds, now),
    blank: false,
    questionsShown: false,
  };
}

/** Asks the same once more, after a discussion (R63). */
export function askAgain(at: Position, deck: Deck, opening: Opening, now: number): Position {
  const slide = here(at, deck, opening.slideId);
  if (!mayAskAgain(at, slide)) throw new AppError("impossible", "it cannot be asked again");
  const prompt: PromptState = { ...promptState(at, slide.id), ...justOpened, round: 2 };
  return {
    ...withPrompt(at, slide.id, prompt),
    timer: timerFor(slide, opening.seconds, now),
    blank: false,
    questionsShown: false,
  };
}

/** Whether a prompt can have its second round now: its first is closed. */
export function mayAskAgain(at: Position, slide: Slide): boolean {
  const { phase, round } = promptState(at, slide.id);
  return isPrompt(slide) && phase === "closed" && round === 1;
}

export function closePrompt(at: Position, deck: Deck, slideId: string): Position {
  here(at, deck, slideId);
  const prompt = promptState(at, slideId);
  if (prompt.phase !== "open") throw new AppError("impossible", "it is not open");
  const timer = at.timer?.closesPrompt ? null : at.timer;
  return { ...withPrompt(at, slideId, { ...prompt, phase: "closed" }), timer };
}

/** Notes when prompts closed that were open before: answers that are under way have their grace from then on (R64). */
export function withClosings(before: Position, after: Position, now: number): Position {
  const closed = Object.entries(after.prompts).filter(
    ([slideId, { phase }]) => phase === "closed" && promptState(before, slideId).phase === "open",
  );
  const prompts = closed.map(([slideId, prompt]) => [slideId, { ...prompt, closedAt: now }]);
  return closed.length === 0
    ? after
    : { ...after, prompts: { ...after.prompts, ...Object.fromEntries(prompts) } };
}

/**
 * Results may be shown once the prompt is closed, or while it is open when the
 * session releases live (R14). Whether there are any is the guard's to say.
 */
export function showResults(at: Position, deck: Deck, slideId: string, release: ReleaseMode): Position {
  const slide = here(at, deck, slideId);
  const prompt = promptState(at, slideId);
  if (!isPrompt(slide) || prompt.phase === "ready" || (prompt.phase === "open" && release === "closing"))
    throw new AppError("impossible", "the prompt is not closed");
  return { ...withPrompt(at, slideId, { ...prompt, shown: true }), blank: false, questionsShown: false };
}

export function hideResults(at: Position, deck: Deck, slideId: string): Position {
  here(at, deck, slideId);
  const prompt = promptState(at, slideId);
  if (!prompt.shown) throw new AppError("impossible", "no results are shown");
  return withPrompt(at, slideId, { ...prompt, shown: false });
}

export function withPrompt(at: Position, slideId: string, prompt: PromptState): Position {
  return { ...at, prompts: { ...at.prompts, [slideId]: prompt } };
}

/** A timer on the slide; what is done together keeps its beginning when it gets more time. */
export function timerFrom(at: Position, deck: Deck, seconds: number, closesPrompt: boolean, now: number) {
  const slide = currentSlide(at, deck);
  const runs = slide && isTimed(slide) && at.timer?.closesPrompt === true;
  const startsAt = runs && at.timer ? at.timer.startsAt : now;
  return { startsAt, endsAt: now + seconds * second, closesPrompt };
}

function timerFor(slide: Slide, wanted: number | undefined, now: number): Position["timer"] {
  const seconds = wanted ?? (isTimed(slide) ? slide.seconds : undefined);
  if (seconds === undefined) return null;
  // Everybody has the guide before it begins.
  const startsAt = slide.kind === "pause" ? now + pauseLeadMs : now;
  return { startsAt, endsAt: startsAt + seconds * second, closesPrompt: true };
}

/** Themes become options when their vote opens, and then stay as they are: a vote needs fixed options. */
function optionsFor(slide: Slide, before: PromptState, at: Position): { options?: Item[] } {
  if (slide.kind !== "choice" || slide.from === null || before.options) return {};
  const options = themesAsOptions(at, slide.from);
  if (options.length < 2) throw new AppError("impossible", "there are no themes to choose from yet");
  return { options };
}

function themesAsOptions(at: Position, slideId: string): Item[] {
  return themesOf(at, slideId).map(({ id, name }) => ({ id, text: name }));
}

/** A slide as it stands in this session: with the themes that it votes on, or the rhythm that was chosen. */
export function asItStands<S extends Slide>(slide: S, at: Position): S {
  const prompt = promptState(at, slide.id);
  if (slide.kind === "choice" && slide.from !== null)
    return { ...slide, options: prompt.options ?? themesAsOptions(at, slide.from) };
  if (slide.kind === "pause" && prompt.rhythm) return { ...slide, rhythm: prompt.rhythm };
  return slide;
}
