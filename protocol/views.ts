import { z } from "zod";
import { classLanguage } from "@/protocol/classes";
import { hands } from "@/protocol/hands";
import { joinCode, promptId, sessionId, slideId } from "@/protocol/ids";
import { slide, slideView, tally } from "@/protocol/kinds";
import { languageTag } from "@/protocol/languages";
import { grace } from "@/protocol/limits";
import { questionMode } from "@/protocol/questions";
import { contacts } from "@/protocol/support";

/**
 * What leaves the server, one allow-list per audience. A view is parsed with
 * its schema on the way out, which drops whatever it does not name.
 * All times are server time in milliseconds since 1970.
 */

export const sessionStatus = z.enum(["lobby", "live", "ended"]);

/** When results are released: once at closing, or in steps while the prompt is open. */
export const releaseMode = z.enum(["closing", "live"]);
export type ReleaseMode = z.infer<typeof releaseMode>;

export const phase = z.enum(["ready", "open", "closed"]);
export type Phase = z.infer<typeof phase>;

/** The steps that undo can take back. */
export const stepName = z.enum([
  "move",
  "open",
  "close",
  "show",
  "hide",
  "blank",
  "timer",
  "card",
  "theme",
  "questions",
  "end",
]);
export type StepName = z.infer<typeof stepName>;

/** `startsAt` may lie a moment ahead, so that everybody begins together. */
export const timer = z
  .object({ startsAt: z.number(), endsAt: z.number(), closesPrompt: z.boolean() })
  .nullable();

/** What a facilitator may set for the room at any time. */
export const roomSettings = z.object({
  /** Cards, words and questions with rough words wait for the facilitator's look. */
  filter: z.boolean(),
  /** Every card waits for it. */
  approve: z.boolean(),
  questions: questionMode,
  /** Seconds after a prompt has closed in which an answer that was under way is still taken (R64). */
  grace: z.number().int().min(0).max(grace.most).default(grace.usual),
});
export type RoomSettings = z.infer<typeof roomSettings>;

/** What every audience gets of the session. */
const common = {
  /** Grows with every change; the newest wins. */
  rev: z.number().int(),
  /** The server's clock when the view was made. */
  at: z.number(),
  status: sessionStatus,
  title: z.string(),
  /** The language of this view's texts, as far as they are translated. */
  language: languageTag,
  /** The languages that the class can be followed in, its own first. */
  languages: z.array(languageTag).min(1),
  /** Place of the current slide, from 1; 0 in the lobby. */
  place: z.number().int(),
  slides: z.number().int(),
  /** The room is asked to look up: screen and phones show a calm empty page. */
  blank: z.boolean(),
  timer,
};

/** What phone and screen get of the current prompt. */
const promptView = z
  .object({
    /** Names the round: what a response is sent to. */
    id: promptId,
    round: z.number().int(),
    phase,
    /** The released results, when the facilitator shows them; else null. */
    results: tally.nullable(),
    /** Shown, but the small-room guard still holds everything back. */
    heldBack: z.boolean(),
    /** Beside the results: those of the first round, or of the slide that they are compared with. */
    earlier: tally.nullable(),
  })
  .nullable();

/** An earlier prompt that the current slide shows again, with what was released of it. */
const recalled = z
  .object({ slide: slideView, results: tally.nullable(), earlier: tally.nullable() })
  .nullable();

/** What the room sees: the same on the screen and, beside its own controls, on a phone. */
const room = { slide: slideView.nullable(), prompt: promptView, recalled };

/** The privacy that this session promises; the phone's sentence is made from it. */
export const promise = z.object({
  release: releaseMode,
  /** Days after the session until free text is deleted. */
  textDays: z.number().int(),
});
export type SessionPromise = z.infer<typeof promise>;

export const phoneView = z.object({
  audience: z.literal("phone"),
  ...common,
  promise,
  ...room,
  support: contacts,
  questions: questionMode,
  /** Whether any console of this session is connected. */
  facilitatorHere: z.boolean(),
});
export type PhoneView = z.infer<typeof phoneView>;

/** The fields of a phone's view that differ since an earlier revision. */
export const phonePatch = z.object({
  /** The revision that it builds on. */
  since: z.number().int(),
  rev: z.number().int(),
  at: z.number(),
  changed: phoneView.omit({ audience: true, rev: true, at: true, facilitatorHere: true }).partial(),
  /** Where the slide or the prompt is still the same one: what of it differs, whole fields again. */
  within: z.object({
    slide: z.record(z.string(), z.unknown()).optional(),
    prompt: z.record(z.string(), z.unknown()).optional(),
  }),
});
export type PhonePatch = z.infer<typeof phonePatch>;

export const screenView = z.object({
  audience: z.literal("screen"),
  ...common,
  code: joinCode.nullable(),
  /** Where phones go, without the code: `https://…/`. */
  joinUrl: z.string(),
  ...room,
  questionsShown: z.boolean(),
  facilitatorHere: z.boolean(),
});
export type ScreenView = z.infer<typeof screenView>;

/** The one likely next action, decided by the server. */
export const nextAction = z.enum(["begin", "next", "open", "close", "show", "again", "end", "none"]);
export type NextAction = z.infer<typeof nextAction>;

export const outlineEntry = z.object({
  id: slideId,
  part: z.string(),
  title: z.string(),
  kind: z.string(),
  minutes: z.number(),
  /** Where it stands, for what opens and closes; null for content. */
  phase: phase.nullable(),
  /** How long the room was there, in ms; 0: not yet, or skipped. */
  spent: z.number(),
});

export const consoleView = z.object({
  audience: z.literal("console"),
  ...common,
  id: sessionId,
  code: joinCode.nullable(),
  joinUrl: z.string(),
  /** The signed link of the screen, as a path. */
  screenPath: z.string(),
  startedAt: z.number().nullable(),
  endedAt: z.number().nullable(),
  plannedMinutes: z.number(),
  /** Planned minutes of the slides before the current one. */
  plannedSoFar: z.number(),
  outline: z.array(outlineEntry),
  /** The current slide with notes, right answers and explanation; null in the lobby. */
  slide: slide.nullable(),
  /** What the room sees of it, exactly as the screen gets it. */
  room: z.object(room),
  /** Reveal step of the current slide and how many it has, from 0. */
  step: z.number().int(),
  steps: z.number().int(),
  /** What comes after one more step forward; null at the end. */
  upNext: slide.nullable(),
  prompt: z
    .object({
      id: promptId,
      round: z.number().int(),
      phase,
      shown: z.boolean(),
      responses: z.number().int(),
      /** The released results, with hidden cards; null while the guard holds them. */
      results: tally.nullable(),
      /** Responses that are in no release yet. */
      waiting: z.number().int(),
      /** What the results are compared with, once they are shown. */
      earlier: tally.nullable(),
      /** Hands that were counted for this round; null when none were. */
      hands: hands.nullable(),
      /** Whether it can be asked a second time now. */
      again: z.boolean(),
    })
    .nullable(),
  /** How many responses a release needs; null until the first prompt opens. */
  minimum: z.number().int().nullable(),
  release: releaseMode,
  settings: roomSettings,
  support: contacts,
  questionsShown: z.boolean(),
  /** What each language of the class lacks. */
  translations: z.array(classLanguage),
  /** Whether the release mode may still be loosened. */
  releaseFixed: z.boolean(),
  nextAction,
  /** What undo would take back; null when there is nothing. */
  undo: stepName.nullable(),
});
export type ConsoleView = z.infer<typeof consoleView>;

export type View = PhoneView | ScreenView | ConsoleView;
