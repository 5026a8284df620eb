import type { Deck } from "@/protocol/classes";
import { AppError } from "@/protocol/errors";
import type { Hands } from "@/protocol/hands";
import type { Slide } from "@/protocol/kinds";
import type { Rhythm } from "@/protocol/kinds/pause";
import { grace, limits } from "@/protocol/limits";
import type { Position, SessionState } from "@/protocol/sessions";
import type { Contact } from "@/protocol/support";
import type { NextAction, ReleaseMode, RoomSettings, StepName } from "@/protocol/views";
import { type DeskStep, tidyDesk } from "@/server/domain/desk";
import { isPrompt, responsesOfHands } from "@/server/domain/kinds";
import { currentSlide, live, positionOf, written } from "@/server/domain/positions";
import {
  asItStands,
  askAgain,
  closePrompt,
  hideResults,
  openPrompt,
  showResults,
  timerFrom,
  withClosings,
} from "@/server/domain/prompt-moves";
import { currentRound, promptState } from "@/server/domain/rounds";
import { withVisits } from "@/server/domain/visits";

/** What a facilitator, or a timer, can do to a session. */
export type Step =
  | { do: "begin" }
  | { do: "next" }
  | { do: "back" }
  | { do: "go"; slideId: string }
  | { do: "open"; slideId: string; seconds?: number | undefined; rhythm?: Rhythm | undefined }
  | { do: "again"; slideId: string; seconds?: number | undefined }
  | { do: "close"; slideId: string }
  | { do: "show"; slideId: string }
  | { do: "hide"; slideId: string }
  | { do: "blank"; blank: boolean }
  | { do: "questions"; shown: boolean }
  | { do: "start-timer"; seconds: number; closesPrompt: boolean }
  | { do: "stop-timer" }
  | { do: "expire-timer"; endsAt: number }
  | DeskStep
  | { do: "end" }
  | { do: "undo" };

const usualSettings: RoomSettings = { filter: true, approve: false, questions: "shown", grace: grace.usual };

/** A session before anybody has come (R1). */
export function newSession({ language, support }: Pick<SessionState, "language" | "support">): SessionState {
  return {
    status: "lobby",
    index: 0,
    step: 0,
    blank: false,
    timer: null,
    questionsShown: false,
    prompts: {},
    marks: {},
    themes: {},
    groups: {},
    startedAt: null,
    endedAt: null,
    release: "closing",
    language,
    settings: usualSettings,
    support,
    hands: {},
    visits: {},
    arrivedAt: null,
    minimum: null,
    undo: [],
  };
}

/**
 * The state after one step; refuses with `impossible`, `session_ended` or
 * `nothing_to_undo`. `now` is in ms.
 */
export function takeStep(state: SessionState, deck: Deck, step: Step, now: number): SessionState {
  if (step.do === "undo") return withVisits(state, undo(state, now), deck, now);
  // What must not be read by parents is often seen only afterwards (R19).
  if (state.status === "ended" && step.do !== "mark") throw new AppError("session_ended");
  const { name, after: moved } = move(state, deck, step, state.release, now);
  const after = withClosings(state, moved, now);
  const next: SessionState = {
    ...state,
    ...after,
    startedAt: state.startedAt ?? (after.status === "live" ? now : null),
    endedAt: after.status === "ended" ? (state.endedAt ?? now) : null,
    undo: [...state.undo, { step: name, before: positionOf(state) }].slice(-limits.undoSteps),
  };
  return withVisits(state, next, deck, now);
}

/** The state with another release mode; results of an open prompt are shown in live sessions only (R14). */
export function withRelease(state: SessionState, release: ReleaseMode): SessionState {
  if (release === "live") return { ...state, release };
  const prompts = Object.entries(state.prompts).map(([slideId, prompt]) => [
    slideId,
    prompt.phase === "open" ? { ...prompt, shown: false } : prompt,
  ]);
  return { ...state, release, prompts: Object.fromEntries(prompts) };
}

/** The state with other settings, or other contacts; both may change until the end, and are no steps. */
export function withSettings(
  state: SessionState,
  change: { settings: RoomSettings } | { support: Contact[] },
): SessionState {
  if (state.status === "ended") throw new AppError("session_ended");
  return { ...state, ...change };
}

/**
 * The state with the hands that were counted for the current round of a prompt;
 * null takes them away. Refuses hands that do not add up as `invalid` (R47).
 */
export function withHands(
  state: SessionState,
  deck: Deck,
  slideId: string,
  hands: Hands | null,
): SessionState {
  if (state.status === "ended") throw new AppError("session_ended");
  const slide = deck.slides.find(({ id }) => id === slideId);
  if (!slide || promptState(state, slideId).phase === "ready")
    throw new AppError("impossible", "the prompt has not been opened");
  if (hands && !responsesOfHands(asItStands(slide, state), hands))
    throw new AppError("invalid", "the hands do not add up");
  const { [currentRound(state, slideId)]: _, ...others } = state.hands;
  return { ...state, hands: hands ? { ...others, [currentRound(state, slideId)]: hands } : others };
}

/**
 * The state without what names texts: marks are kept by words, themes may quote
 * cards, and what undo remembers holds both (R50). Options that were voted on are results.
 */
export function withoutTexts(state: SessionState): SessionState {
  return { ...state, marks: {}, themes: {}, groups: {}, undo: [] };
}

/** The one likely next action of the facilitator (R15). `released`: there are results to show. */
export function nextAction(state: SessionState, deck: Deck, released: boolean): NextAction {
  if (state.status === "ended") return "none";
  const slide = currentSlide(state, deck);
  if (!slide) return "begin";
  if (slide.kind !== "content") {
    const { phase, shown, round } = promptState(state, slide.id);
    if (phase === "ready") return "open";
    if (phase === "open") return "close";
    // How many are done with a reflection is no result to look at; its explanation is.
    const onlyDone = slide.kind === "reflect" && slide.explanation === "";
    const worthShowing = isPrompt(slide) && released && !onlyDone && !isComparedLater(deck, slide);
    if (worthShowing && !shown) return "show";
    if (isPrompt(slide) && slide.rounds > round) return "again";
  }
  return canGoOn(state, deck) ? "next" : "end";
}

/** A first measure would steer the second: its results wait to stand beside that one's. */
function isComparedLater(deck: Deck, { id }: Slide): boolean {
  return deck.slides.some((later) => "compare" in later && later.compare === id);
}

type Move = { name: StepName; after: Position };

function move(
  state: Position,
  deck: Deck,
  step: Exclude<Step, { do: "undo" }>,
  release: ReleaseMode,
  now: number,
): Move {
  const at = positionOf(state);
  switch (step.do) {
    case "begin":
      if (state.status !== "lobby") throw new AppError("impossible", "the session has begun");
      return { name: "move", after: { ...at, status: "live" } };
    case "next":
      return { name: "move", after: forward(live(at), deck) };
    case "back":
      return { name: "move", after: backward(live(at), deck) };
    case "go": {
      const index = deck.slides.findIndex((slide) => slide.id === step.slideId);
      if (index < 0) throw new AppError("impossible", "no such slide");
      return { name: "move", after: arrive(leave({ ...at, status: "live" }, deck), index, 0) };
    }
    case "open":
      return { name: "open", after: openPrompt(live(at), deck, step, now) };
    case "again":
      return { name: "open", after: askAgain(live(at), deck, step, now) };
    case "close":
      return { name: "close", after: closePrompt(live(at), deck, step.slideId) };
    case "show":
      return { name: "show", after: showResults(live(at), deck, step.slideId, release) };
    case "hide":
      return { name: "hide", after: hideResults(live(at), deck, step.slideId) };
    case "blank":
      return { name: "blank", after: { ...live(at), blank: step.blank } };
    case "questions":
      return { name: "questions", after: { ...live(at), questionsShown: step.shown, blank: false } };
    case "start-timer":
      if (step.closesPrompt) openNow(at, deck);
      return {
        name: "timer",
        after: { ...live(at), timer: timerFrom(at, deck, step.seconds, step.closesPrompt, now) },
      };
    case "stop-timer":
      if (!at.timer) throw new AppError("impossible", "no timer runs");
      return { name: "timer", after: { ...at, timer: null } };
    case "expire-timer":
      return expireTimer(at, deck, step.endsAt);
    case "mark":
    case "group":
      return { name: "card", after: tidyDesk(at, deck, step) };
    case "add-theme":
    case "rename-theme":
    case "remove-theme":
      return { name: "theme", after: tidyDesk(at, deck, step) };
    case "end":
      return {
        name: "end",
        after: { ...leave(at, deck), status: "ended", timer: null, blank: false, questionsShown: false },
      };
  }
}

function lastStep(deck: Deck, index: number): number {
  return (deck.slides[index]?.bodies.length ?? 1) - 1;
}

function canGoOn(at: Position, deck: Deck): boolean {
  return at.step < lastStep(deck, at.index) || at.index < deck.slides.length - 1;
}

/** One reveal step, or one slide (R11). */
function forward(at: Position, deck: Deck): Position {
  if (!canGoOn(at, deck)) throw new AppError("impossible", "this is the last slide");
  if (at.step < lastStep(deck, at.index)) return stepTo(at, at.step + 1);
  return arrive(leave(at, deck), at.index + 1, 0);
}

/** One reveal step back, or the previous slide with all of it revealed (R11). */
function backward(at: Position, deck: Deck): Position {
  if (at.step > 0) return stepTo(at, at.step - 1);
  if (at.index === 0) throw new AppError("impossible", "this is the first slide");
  return arrive(leave(at, deck), at.index - 1, lastStep(deck, at.index - 1));
}

function stepTo(at: Position, step: number): Position {
  return { ...at, step, blank: false, questionsShown: false };
}

function arrive(at: Position, index: number, step: number): Position {
  return { ...stepTo(at, step), index, timer: null };
}

/** Whoever moves on closes what was open: one thing at a time (R12). */
function leave(at: Position, deck: Deck): Position {
  const slide = currentSlide(at, deck);
  if (!slide || promptState(at, slide.id).phase !== "open") return at;
  return closePrompt(at, deck, slide.id);
}

function expireTimer(at: Position, deck: Deck, endsAt: number): Move {
  if (at.timer?.endsAt !== endsAt) throw new AppError("impossible", "that timer is gone");
  const slide = at.timer.closesPrompt ? currentSlide(at, deck) : undefined;
  if (!slide || promptState(at, slide.id).phase !== "open")
    return { name: "timer", after: { ...at, timer: null } };
  return { name: "close", after: { ...closePrompt(at, deck, slide.id), timer: null } };
}

function openNow(at: Position, deck: Deck): void {
  const slide = currentSlide(at, deck);
  if (!slide || promptState(at, slide.id).phase !== "open")
    throw new AppError("impossible", "no prompt is open");
}

/** What undo would take back now; null when nothing would change (R16). */
export function undoable(state: SessionState, now: number): StepName | null {
  return newestThatMatters(state, now)?.step ?? null;
}

/** Takes back the newest step that still makes a difference (R16). */
function undo(state: SessionState, now: number): SessionState {
  const found = newestThatMatters(state, now);
  if (!found) throw new AppError("nothing_to_undo");
  const restored: SessionState = {
    ...state,
    ...found.before,
    endedAt: found.before.status === "ended" ? state.endedAt : null,
    undo: state.undo.slice(0, found.index),
  };
  // The release mode is no position: what it forbids by now does not come back.
  return withRelease(restored, state.release);
}

/** A timer that has run out does not come back, so the step that started it may have nothing left to undo. */
function newestThatMatters(state: SessionState, now: number) {
  const present = written(state);
  for (let index = state.undo.length - 1; index >= 0; index -= 1) {
    const entry = state.undo[index];
    if (!entry) continue;
    const timer = entry.before.timer && entry.before.timer.endsAt > now ? entry.before.timer : null;
    const before = { ...positionOf(entry.before), timer };
    if (written(before) !== present) return { index, step: entry.step, before };
  }
  return undefined;
}
