import type { Deck } from "@/protocol/classes";
import { AppError } from "@/protocol/errors";
import type { Slide } from "@/protocol/kinds";
import type { CardMark } from "@/protocol/kinds/open";
import { limits } from "@/protocol/limits";
import type { Position, PromptState, SessionState } from "@/protocol/sessions";
import type { NextAction, ReleaseMode, StepName } from "@/protocol/views";

/** What a facilitator, or a timer, can do to a session. */
export type Step =
  | { do: "begin" }
  | { do: "next" }
  | { do: "back" }
  | { do: "go"; slideId: string }
  | { do: "open"; slideId: string; endsAt: number | null }
  | { do: "close"; slideId: string }
  | { do: "show"; slideId: string }
  | { do: "hide"; slideId: string }
  | { do: "blank"; blank: boolean }
  | { do: "start-timer"; endsAt: number; closesPrompt: boolean }
  | { do: "stop-timer" }
  | { do: "expire-timer"; endsAt: number }
  | { do: "mark"; cardId: string; mark: CardMark }
  | { do: "end" }
  | { do: "undo" };

/** A session before anybody has come (R1). */
export function newSession(): SessionState {
  return {
    status: "lobby",
    index: 0,
    step: 0,
    blank: false,
    timer: null,
    prompts: {},
    marks: {},
    startedAt: null,
    endedAt: null,
    release: "closing",
    minimum: null,
    undo: [],
  };
}

/**
 * The state after one step; refuses with `impossible`, `session_ended` or
 * `nothing_to_undo`. `now` is in ms.
 */
export function takeStep(state: SessionState, deck: Deck, step: Step, now: number): SessionState {
  if (step.do === "undo") return undo(state, now);
  // What must not be read by parents is often seen only afterwards (R19).
  if (state.status === "ended" && step.do !== "mark") throw new AppError("session_ended");
  const { name, after } = move(state, deck, step, state.release);
  return {
    ...state,
    ...after,
    startedAt: state.startedAt ?? (after.status === "live" ? now : null),
    endedAt: after.status === "ended" ? (state.endedAt ?? now) : null,
    undo: [...state.undo, { step: name, before: positionOf(state) }].slice(-limits.undoSteps),
  };
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

/** Where a prompt stands; one that was never touched is ready and hidden (R10). */
export function promptState(state: Position, slideId: string): PromptState {
  // Own entries only: a slide may be called `constructor`.
  const touched = Object.hasOwn(state.prompts, slideId) ? state.prompts[slideId] : undefined;
  return touched ?? { phase: "ready", shown: false };
}

/** The slide that the room is at; undefined in the lobby. */
export function currentSlide(state: Position, deck: Deck): Slide | undefined {
  return state.status === "lobby" ? undefined : deck.slides[state.index];
}

/** The one likely next action of the facilitator (R15). `released`: there are results to show. */
export function nextAction(state: SessionState, deck: Deck, released: boolean): NextAction {
  if (state.status === "ended") return "none";
  const slide = currentSlide(state, deck);
  if (!slide) return "begin";
  if (slide.kind !== "content") {
    const prompt = promptState(state, slide.id);
    if (prompt.phase === "ready") return "open";
    if (prompt.phase === "open") return "close";
    if (released && !prompt.shown) return "show";
  }
  return canGoOn(state, deck) ? "next" : "end";
}

type Move = { name: StepName; after: Position };

function move(state: Position, deck: Deck, step: Exclude<Step, { do: "undo" }>, release: ReleaseMode): Move {
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
    case "open": {
      const timer = step.endsAt === null ? null : { endsAt: step.endsAt, closesPrompt: true };
      return { name: "open", after: { ...openPrompt(live(at), deck, step.slideId), timer, blank: false } };
    }
    case "close":
      return { name: "close", after: closePrompt(live(at), deck, step.slideId) };
    case "show":
      return { name: "show", after: show(live(at), deck, step.slideId, release) };
    case "hide":
      return { name: "hide", after: hide(live(at), deck, step.slideId) };
    case "blank":
      return { name: "blank", after: { ...live(at), blank: step.blank } };
    case "start-timer":
      if (step.closesPrompt) openNow(at, deck);
      return {
        name: "timer",
        after: { ...live(at), timer: { endsAt: step.endsAt, closesPrompt: step.closesPrompt } },
      };
    case "stop-timer":
      if (!at.timer) throw new AppError("impossible", "no timer runs");
      return { name: "timer", after: { ...at, timer: null } };
    case "expire-timer":
      return expireTimer(at, deck, step.endsAt);
    case "mark":
      return { name: "card", after: { ...at, marks: marked(at.marks, step.cardId, step.mark) } };
    case "end":
      return { name: "end", after: { ...leave(at, deck), status: "ended", timer: null, blank: false } };
  }
}

function positionOf(state: Position): Position {
  const { status, index, step, blank, timer, prompts, marks } = state;
  return { status, index, step, blank, timer, prompts, marks };
}

function live(at: Position): Position {
  if (at.status !== "live") throw new AppError("impossible", "the session has not begun");
  return at;
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
  if (at.step < lastStep(deck, at.index)) return { ...at, step: at.step + 1, blank: false };
  return arrive(leave(at, deck), at.index + 1, 0);
}

/** One reveal step back, or the previous slide with all of it revealed (R11). */
function backward(at: Position, deck: Deck): Position {
  if (at.step > 0) return { ...at, step: at.step - 1, blank: false };
  if (at.index === 0) throw new AppError("impossible", "this is the first slide");
  return arrive(leave(at, deck), at.index - 1, lastStep(deck, at.index - 1));
}

function arrive(at: Position, index: number, step: number): Position {
  return { ...at, index, step, blank: false, timer: null };
}

/** Whoever moves on closes what was open: one thing at a time (R12). */
function leave(at: Position, deck: Deck): Position {
  const slide = currentSlide(at, deck);
  if (!slide || promptState(at, slide.id).phase !== "open") return at;
  return closePrompt(at, deck, slide.id);
}

function openPrompt(at: Position, deck: Deck, slideId: string): Position {
  const slide = here(at, deck, slideId);
  if (slide.kind === "content") throw new AppError("impossible", "this slide asks nothing");
  if (promptState(at, slideId).phase === "open") throw new AppError("impossible", "it is open");
  return withPrompt(at, slideId, { phase: "open", shown: false });
}

function closePrompt(at: Position, deck: Deck, slideId: string): Position {
  here(at, deck, slideId);
  const prompt = promptState(at, slideId);
  if (prompt.phase !== "open") throw new AppError("impossible", "it is not open");
  const timer = at.timer?.closesPrompt ? null : at.timer;
  return { ...withPrompt(at, slideId, { ...prompt, phase: "closed" }), timer };
}

/**
 * Results may be shown once the prompt is closed, or while it is open when the
 * session releases live (R14). Whether there are any is the guard's to say.
 */
function show(at: Position, deck: Deck, slideId: string, release: ReleaseMode): Position {
  here(at, deck, slideId);
  const prompt = promptState(at, slideId);
  if (prompt.phase === "ready" || (prompt.phase === "open" && release === "closing"))
    throw new AppError("impossible", "the prompt is not closed");
  return { ...withPrompt(at, slideId, { ...prompt, shown: true }), blank: false };
}

function hide(at: Position, deck: Deck, slideId: string): Position {
  here(at, deck, slideId);
  const prompt = promptState(at, slideId);
  if (!prompt.shown) throw new AppError("impossible", "no results are shown");
  return withPrompt(at, slideId, { ...prompt, shown: false });
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

/** Commands name the slide that they mean, so that a late one cannot hit another (R13). */
function here(at: Position, deck: Deck, slideId: string): Slide {
  const slide = currentSlide(at, deck);
  if (!slide || slide.id !== slideId) throw new AppError("impossible", "the room is elsewhere");
  return slide;
}

function withPrompt(at: Position, slideId: string, prompt: PromptState): Position {
  return { ...at, prompts: { ...at.prompts, [slideId]: prompt } };
}

function marked(marks: Position["marks"], cardId: string, mark: CardMark): Position["marks"] {
  const { [cardId]: _, ...others } = marks;
  return mark === "none" ? others : { ...others, [cardId]: mark };
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

/** A position as text, the same for the same position in whatever order its keys were set. */
function written({ status, index, step, blank, timer, prompts, marks }: Position): string {
  const sorted = (record: object) => Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([status, index, step, blank, timer?.endsAt, sorted(prompts), sorted(marks)]);
}
