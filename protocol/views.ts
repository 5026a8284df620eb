import { z } from "zod";
import { joinCode, sessionId, slideId } from "@/protocol/ids";
import { slide, slideView, tally } from "@/protocol/kinds";
import { languages } from "@/protocol/limits";

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
export const stepName = z.enum(["move", "open", "close", "show", "hide", "blank", "timer", "card", "end"]);
export type StepName = z.infer<typeof stepName>;

export const timer = z.object({ endsAt: z.number(), closesPrompt: z.boolean() }).nullable();

/** What every audience gets of the session. */
const common = {
  /** Grows with every change; the newest wins. */
  rev: z.number().int(),
  /** The server's clock when the view was made. */
  at: z.number(),
  status: sessionStatus,
  title: z.string(),
  /** The language the class is written in. */
  language: z.enum(languages),
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
    phase,
    /** The released results, when the facilitator shows them; else null. */
    results: tally.nullable(),
    /** Shown, but the small-room guard still holds everything back. */
    heldBack: z.boolean(),
  })
  .nullable();

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
  slide: slideView.nullable(),
  prompt: promptView,
  /** Whether any console of this session is connected. */
  facilitatorHere: z.boolean(),
});
export type PhoneView = z.infer<typeof phoneView>;

export const screenView = z.object({
  audience: z.literal("screen"),
  ...common,
  code: joinCode.nullable(),
  /** Where phones go, without the code: `https://…/`. */
  joinUrl: z.string(),
  slide: slideView.nullable(),
  prompt: promptView,
  facilitatorHere: z.boolean(),
});
export type ScreenView = z.infer<typeof screenView>;

/** The one likely next action, decided by the server. */
export const nextAction = z.enum(["begin", "next", "open", "close", "show", "end", "none"]);
export type NextAction = z.infer<typeof nextAction>;

export const outlineEntry = z.object({
  id: slideId,
  part: z.string(),
  title: z.string(),
  kind: z.string(),
  minutes: z.number(),
  /** For prompts: where they stand; null for content. */
  phase: phase.nullable(),
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
  room: z.object({ slide: slideView.nullable(), prompt: promptView }),
  /** Reveal step of the current slide and how many it has, from 0. */
  step: z.number().int(),
  steps: z.number().int(),
  /** What comes after one more step forward; null at the end. */
  upNext: slide.nullable(),
  prompt: z
    .object({
      phase,
      shown: z.boolean(),
      responses: z.number().int(),
      /** The released results, with hidden cards; null while the guard holds them. */
      results: tally.nullable(),
      /** Responses that are in no release yet. */
      waiting: z.number().int(),
    })
    .nullable(),
  /** How many responses a release needs; null until the first prompt opens. */
  minimum: z.number().int().nullable(),
  release: releaseMode,
  /** Whether the release mode may still be loosened. */
  releaseFixed: z.boolean(),
  nextAction,
  /** What undo would take back; null when there is nothing. */
  undo: stepName.nullable(),
});
export type ConsoleView = z.infer<typeof consoleView>;

export type View = PhoneView | ScreenView | ConsoleView;
