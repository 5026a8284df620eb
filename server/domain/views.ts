import type { Deck } from "@/protocol/classes";
import type { JoinCode, ResponseId, SessionId } from "@/protocol/ids";
import type { ResponseValue, Slide, Tally } from "@/protocol/kinds";
import type { SessionState } from "@/protocol/sessions";
import {
  type ConsoleView,
  consoleView,
  type PhoneView,
  phoneView,
  type ScreenView,
  screenView,
} from "@/protocol/views";
import { mayChoose } from "@/server/domain/guard";
import { isPrompt, roomTally, slideViewOf, tallyOf } from "@/server/domain/kinds";
import { currentSlide, nextAction, promptState, undoable } from "@/server/domain/session";

/** All that views are made of. */
export type Facts = {
  session: { id: SessionId; deck: Deck; code: JoinCode; rev: number; state: SessionState };
  /** Of the current prompt; empty for other slides. */
  prompt: {
    responses: number;
    waiting: number;
    released: { id: ResponseId; value: ResponseValue }[];
  };
  /** Whether the session has any response. */
  anyResponse: boolean;
  facilitatorHere: boolean;
  joinUrl: string;
  screenPath: string;
  textDays: number;
  now: number;
};

/** The three views of one moment. Each is an allow-list: its schema drops what it does not name (R22). */
export function phoneViewOf(facts: Facts): PhoneView {
  return phoneView.parse({
    audience: "phone",
    ...commonOf(facts),
    ...roomOf(facts),
    promise: { release: facts.session.state.release, textDays: facts.textDays },
    facilitatorHere: facts.facilitatorHere,
  });
}

export function screenViewOf(facts: Facts): ScreenView {
  return screenView.parse({
    audience: "screen",
    ...commonOf(facts),
    ...roomOf(facts),
    code: codeOf(facts),
    joinUrl: facts.joinUrl,
    facilitatorHere: facts.facilitatorHere,
  });
}

export function consoleViewOf(facts: Facts): ConsoleView {
  const { id, deck, state } = facts.session;
  const slide = currentSlide(state, deck) ?? null;
  const results = resultsOf(facts);
  const stands = slide && isPrompt(slide) ? promptState(state, slide.id) : null;
  return consoleView.parse({
    audience: "console",
    ...commonOf(facts),
    id,
    code: codeOf(facts),
    joinUrl: facts.joinUrl,
    screenPath: facts.screenPath,
    startedAt: state.startedAt,
    endedAt: state.endedAt,
    plannedMinutes: minutesOf(deck.slides),
    plannedSoFar: slide ? minutesOf(deck.slides.slice(0, state.index)) : 0,
    outline: deck.slides.map((entry) => ({
      id: entry.id,
      part: entry.part,
      title: entry.title,
      kind: entry.kind,
      minutes: entry.minutes,
      phase: isPrompt(entry) ? promptState(state, entry.id).phase : null,
    })),
    slide,
    room: roomOf(facts),
    step: state.step,
    steps: slide?.bodies.length ?? 1,
    upNext: upNextOf(facts.session),
    prompt: stands && {
      ...stands,
      responses: facts.prompt.responses,
      waiting: facts.prompt.waiting,
      results,
    },
    minimum: state.minimum,
    release: state.release,
    releaseFixed: !mayChoose(state.release, "live", facts.anyResponse),
    nextAction: nextAction(state, deck, results !== null),
    undo: undoable(state, facts.now),
  });
}

function commonOf({ session: { deck, rev, state }, now }: Facts) {
  return {
    rev,
    at: now,
    status: state.status,
    title: deck.title,
    language: deck.language,
    place: state.status === "lobby" ? 0 : state.index + 1,
    slides: deck.slides.length,
    blank: state.blank,
    timer: state.timer,
  };
}

/** What phone and screen see of the slide and its prompt; nothing before the start or after the end. */
function roomOf(facts: Facts) {
  const { deck, state } = facts.session;
  const slide = state.status === "live" ? currentSlide(state, deck) : undefined;
  if (!slide) return { slide: null, prompt: null };
  if (!isPrompt(slide)) return { slide: slideViewOf(slide, state.step, false), prompt: null };
  const { phase, shown } = promptState(state, slide.id);
  const results = shown ? resultsOf(facts) : null;
  return {
    slide: slideViewOf(slide, state.step, shown && phase === "closed"),
    prompt: { phase, results: results && roomTally(results), heldBack: shown && results === null },
  };
}

/** The released results of the current prompt; null while the guard holds them. */
function resultsOf({ session: { deck, state }, prompt }: Facts): Tally | null {
  const slide = currentSlide(state, deck);
  if (!slide || !isPrompt(slide) || prompt.released.length === 0) return null;
  return tallyOf(slide, prompt.released, state.marks);
}

function upNextOf({ deck, state }: Facts["session"]): Slide | null {
  if (state.status === "ended") return null;
  const index = state.status === "lobby" ? state.index : state.index + 1;
  return deck.slides[index] ?? null;
}

// A code is given only while it leads somewhere (R2).
function codeOf({ session: { code, state } }: Facts): JoinCode | null {
  return state.status === "ended" ? null : code;
}

function minutesOf(slides: Slide[]): number {
  return slides.reduce((sum, slide) => sum + slide.minutes, 0);
}
