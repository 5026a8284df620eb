import type { JoinCode } from "@/protocol/ids";
import type { Slide, SlideView } from "@/protocol/kinds";
import {
  type ConsoleView,
  consoleView,
  type PhoneView,
  phoneView,
  type ScreenView,
  screenView,
} from "@/protocol/views";
import { type Edition, editionOf, languagesOf } from "@/server/domain/editions";
import { earlierOf, type Facts, recalledBy, resultsOf } from "@/server/domain/facts";
import { mayChoose } from "@/server/domain/guard";
import { isPrompt, isTimed, roomTally, slideViewOf } from "@/server/domain/kinds";
import { own } from "@/server/domain/own";
import { asItStands, mayAskAgain } from "@/server/domain/prompt-moves";
import { currentRound, promptState } from "@/server/domain/rounds";
import { nextAction, undoable } from "@/server/domain/session";
import { visitsOf } from "@/server/domain/visits";

/** The views of one moment. Each is an allow-list: its schema drops what it does not name (R22). */
export function phoneViewOf(facts: Facts, language: string): PhoneView {
  const edition = editionOf(facts.session.deck, language);
  const { release, support, settings } = facts.session.state;
  return phoneView.parse({
    audience: "phone",
    ...commonOf(facts, edition),
    ...roomOf(facts, edition),
    promise: { release, textDays: facts.textDays },
    support,
    questions: settings.questions,
    facilitatorHere: facts.facilitatorHere,
  });
}

export function screenViewOf(facts: Facts): ScreenView {
  const { deck, state } = facts.session;
  const edition = editionOf(deck, state.language);
  return screenView.parse({
    audience: "screen",
    ...commonOf(facts, edition),
    ...roomOf(facts, edition),
    code: codeOf(facts),
    joinUrl: facts.joinUrl,
    questionsShown: state.questionsShown,
    facilitatorHere: facts.facilitatorHere,
  });
}

export function consoleViewOf(facts: Facts): ConsoleView {
  const { id, deck, state } = facts.session;
  const edition = editionOf(deck, state.language);
  const { slides } = edition;
  const slide = slideAt(facts, edition);
  const visits = visitsOf(state, deck, facts.now);
  return consoleView.parse({
    audience: "console",
    ...commonOf(facts, edition),
    id,
    code: codeOf(facts),
    joinUrl: facts.joinUrl,
    screenPath: facts.screenPath,
    startedAt: state.startedAt,
    endedAt: state.endedAt,
    plannedMinutes: minutesOf(slides),
    plannedSoFar: slide ? minutesOf(slides.slice(0, state.index)) : 0,
    outline: slides.map((entry) => ({
      id: entry.id,
      part: entry.part,
      title: entry.title,
      kind: entry.kind,
      minutes: entry.minutes,
      phase: entry.kind === "content" ? null : promptState(state, entry.id).phase,
      spent: own(visits, entry.id) ?? 0,
    })),
    slide: slide ?? null,
    room: roomOf(facts, edition),
    step: state.step,
    steps: slide?.bodies.length ?? 1,
    upNext: upNextOf(facts, edition),
    prompt: slide ? consolePromptOf(facts, slide) : null,
    minimum: state.minimum,
    release: state.release,
    settings: state.settings,
    support: state.support,
    questionsShown: state.questionsShown,
    translations: languagesOf(deck),
    releaseFixed: !mayChoose(state.release, "live", facts.anyResponse),
    nextAction: nextAction(
      state,
      deck,
      slide !== undefined && isPrompt(slide) && resultsOf(facts, slide) !== null,
    ),
    undo: undoable(state, facts.now),
  });
}

function consolePromptOf(facts: Facts, slide: Slide) {
  if (slide.kind === "content") return null;
  const { state } = facts.session;
  const { phase, shown, round } = promptState(state, slide.id);
  const id = currentRound(state, slide.id);
  return {
    id,
    round,
    phase,
    shown,
    ...facts.prompt,
    results: isPrompt(slide) ? resultsOf(facts, slide) : null,
    earlier: isPrompt(slide) ? earlierOf(facts, slide) : null,
    hands: own(state.hands, id) ?? null,
    again: mayAskAgain(state, slide),
  };
}

function commonOf({ session: { deck, rev, state }, now }: Facts, edition: Edition) {
  return {
    rev,
    at: now,
    status: state.status,
    title: edition.title,
    language: edition.language,
    languages: languagesOf(deck).map(({ language }) => language),
    place: state.status === "lobby" ? 0 : state.index + 1,
    slides: deck.slides.length,
    blank: state.blank,
    timer: state.timer,
  };
}

/** What phone and screen see of the slide and its prompt; nothing before the start or after the end. */
function roomOf(facts: Facts, edition: Edition) {
  const { state } = facts.session;
  const slide = state.status === "live" ? slideAt(facts, edition) : undefined;
  if (!slide) return { slide: null, prompt: null, recalled: null };
  if (slide.kind === "content")
    return {
      slide: viewOf(slide, edition, state.step, false),
      prompt: null,
      recalled: recalledOf(facts, edition, slide),
    };
  const { phase, shown, round } = promptState(state, slide.id);
  const id = currentRound(state, slide.id);
  if (isTimed(slide))
    return {
      slide: viewOf(slide, edition, state.step, false),
      prompt: { id, round, phase, results: null, heldBack: false, earlier: null },
      recalled: null,
    };
  const results = shown ? resultsOf(facts, slide) : null;
  const earlier = shown ? earlierOf(facts, slide) : null;
  return {
    // What is right waits for the round in which the class tells it (R46).
    slide: viewOf(slide, edition, state.step, shown && phase === "closed" && round >= slide.rounds),
    prompt: {
      id,
      round,
      phase,
      results: results && roomTally(results),
      heldBack: shown && results === null,
      earlier: earlier && roomTally(earlier),
    },
    recalled: null,
  };
}

/** An earlier prompt's released results, shown again (R61). */
function recalledOf(facts: Facts, edition: Edition, slide: Slide) {
  const { deck, state } = facts.session;
  const found = recalledBy(deck, slide);
  if (!found) return null;
  const translated = edition.slides.find(({ id }) => id === found.id);
  const shown = asItStands(translated && isPrompt(translated) ? translated : found, state);
  const results = resultsOf(facts, shown);
  const earlier = earlierOf(facts, shown);
  const { phase, round } = promptState(state, found.id);
  return {
    slide: viewOf(shown, edition, shown.bodies.length - 1, phase === "closed" && round >= shown.rounds),
    results: results && roomTally(results),
    earlier: earlier && roomTally(earlier),
  };
}

function viewOf(slide: Slide, edition: Edition, step: number, revealed: boolean): SlideView {
  return slideViewOf(slide, edition.languageOf(slide.id), step, revealed);
}

/** The current slide in the edition's language, as it stands in this session; undefined in the lobby. */
function slideAt({ session: { state } }: Facts, edition: Edition): Slide | undefined {
  const slide = state.status === "lobby" ? undefined : edition.slides[state.index];
  return slide && asItStands(slide, state);
}

function upNextOf({ session: { state } }: Facts, edition: Edition): Slide | null {
  if (state.status === "ended") return null;
  const slide = edition.slides[state.status === "lobby" ? state.index : state.index + 1];
  return slide ? asItStands(slide, state) : null;
}

// A code is given only while it leads somewhere (R2).
function codeOf({ session: { code, state } }: Facts): JoinCode | null {
  return state.status === "ended" ? null : code;
}

function minutesOf(slides: Slide[]): number {
  return slides.reduce((sum, slide) => sum + slide.minutes, 0);
}
