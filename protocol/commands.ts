import { z } from "zod";
import type { ActorKind } from "@/protocol/actors";
import { hands } from "@/protocol/hands";
import {
  classId,
  partId,
  promptId,
  questionId,
  responseId,
  sessionId,
  shareId,
  slideId,
} from "@/protocol/ids";
import { responseValue } from "@/protocol/kinds";
import { html } from "@/protocol/kinds/base";
import { cardMark } from "@/protocol/kinds/open";
import { rhythm } from "@/protocol/kinds/pause";
import { languageTag } from "@/protocol/languages";
import { limits, pulse } from "@/protocol/limits";
import { ownThing, storedRow, tableCount } from "@/protocol/own";
import { question, questionMark } from "@/protocol/questions";
import { contacts } from "@/protocol/support";
import { typedText } from "@/protocol/text";
import { consoleView, phoneView, releaseMode, roomSettings, screenView } from "@/protocol/views";

/** The revision of the session that the sender saw; an older one is refused as `stale`. */
const rev = z.number().int().min(0);
const nothing = z.object({});
/** HMAC-SHA-256 of the phone's secret over the session and what it is for (design 6), hex. */
const token = z.string().regex(/^[0-9a-f]{64}$/);
const seconds = z.number().int().min(5).max(limits.timerSeconds);

type Spec = { by: readonly ActorKind[]; input: z.ZodType; output: z.ZodType };

/** A step on the console answers with the view that it led to. */
const step = <S extends z.ZodRawShape>(shape: S) => ({
  by: ["console"] as const,
  input: z.object({ rev, ...shape }),
  output: consoleView,
});

/**
 * Everything that can be asked of the server: who may ask it, with what, and
 * what comes back. Sockets, the HTTP door, timers, seeds and tests all enter here.
 */
export const commands = {
  // A session's life.
  "session:start": {
    by: ["facilitator"],
    // The id is made by the sender, so that a repeated click is the same session.
    // Its language is that of the screen and the console; the class's own when absent.
    input: z.object({ id: sessionId, classId, language: languageTag.optional() }),
    output: z.object({ id: sessionId }),
  },
  "session:view": {
    by: ["phone", "screen", "console"],
    input: nothing,
    output: z.discriminatedUnion("audience", [phoneView, screenView, consoleView]),
  },
  /** The server's clock in ms: pages estimate by it how far their own is off. */
  "clock:read": { by: ["phone", "screen", "console"], input: nothing, output: z.object({ at: z.number() }) },
  "session:begin": step({}),
  "session:end": step({}),
  "session:expire": { by: ["system"], input: z.object({ sessionId }), output: nothing },
  /** Forgets what only releases need, once the session does not come back (R67). */
  "session:seal": { by: ["system"], input: z.object({ sessionId }), output: nothing },
  /** Retention: forgets the free text of a session that ended long enough ago. */
  "text:delete": { by: ["system"], input: z.object({ sessionId }), output: nothing },
  "release:choose": step({ release: releaseMode }),
  "settings:choose": step({ settings: roomSettings }),
  /** The support contacts of this session; they begin as the team's. */
  "support:set": step({ contacts }),

  // Where the room is.
  "slide:next": step({}),
  "slide:back": step({}),
  "slide:go": step({ slideId }),
  "screen:blank": step({ blank: z.boolean() }),
  "step:undo": step({}),

  // The current prompt.
  // A pause or a talk in pairs is opened too: it then runs for its planned seconds, or for these.
  "prompt:open": step({ slideId, seconds: seconds.optional(), rhythm: rhythm.optional() }),
  "prompt:close": step({ slideId }),
  /** Asks the same a second time, after a discussion; the first round's results stay beside it. */
  "prompt:again": step({ slideId, seconds: seconds.optional() }),
  "results:show": step({ slideId }),
  "results:hide": step({ slideId }),
  "card:mark": step({ slideId, cardId: responseId, mark: cardMark }),
  "word:mark": step({ slideId, word: z.string().min(1).max(limits.word), mark: cardMark }),
  // Themes: their ids are made by the console, so that a repeated click is the same theme.
  "theme:add": step({ slideId, themeId: partId, name: typedText(limits.theme) }),
  "theme:rename": step({ slideId, themeId: partId, name: typedText(limits.theme) }),
  "theme:remove": step({ slideId, themeId: partId }),
  "card:group": step({ slideId, cardId: responseId, themeId: partId.nullable() }),
  /** Hands counted for parents without a phone; null takes them away. */
  "hands:set": step({ slideId, hands: hands.nullable() }),
  "questions:show": step({ shown: z.boolean() }),
  "timer:start": step({ seconds, closesPrompt: z.boolean() }),
  "timer:stop": step({}),
  "timer:expire": { by: ["system"], input: z.object({ sessionId, endsAt: z.number() }), output: nothing },

  // Responses.
  "response:submit": {
    by: ["phone"],
    input: z.object({ promptId, token, value: responseValue }),
    output: nothing,
  },

  // Questions and the pulse: at any time, from any phone.
  "questions:list": {
    by: ["phone", "screen", "console"],
    input: nothing,
    output: z.object({ questions: z.array(question) }),
  },
  /** The id is made by the phone; the token is its author's vote for it, and proves the author later. */
  "question:ask": {
    by: ["phone"],
    input: z.object({ id: questionId, token, text: typedText(limits.question) }),
    output: nothing,
  },
  "question:withdraw": { by: ["phone"], input: z.object({ id: questionId, token }), output: nothing },
  /** One vote per phone and question; `wanted` false takes it back. */
  "question:vote": {
    by: ["phone"],
    input: z.object({ id: questionId, token, wanted: z.boolean() }),
    output: nothing,
  },
  /** Sets what is named and leaves the rest; an empty answer is one given aloud. */
  "question:mark": {
    by: ["console"],
    input: z.object({
      id: questionId,
      mark: questionMark.optional(),
      answered: z.boolean().optional(),
      answer: typedText(limits.questionAnswer).or(z.literal("")).optional(),
    }),
    output: nothing,
  },
  /** A signal that fades by itself; null takes it back. */
  "pulse:send": {
    by: ["phone"],
    input: z.object({ token, signal: z.enum(pulse.signals).nullable() }),
    output: nothing,
  },
  /** Forgets the signals that have faded. */
  "pulse:fade": { by: ["system"], input: nothing, output: nothing },

  // What is one's own, also after the end, when there is no socket: the token alone is the proof.
  /** What the database holds under this token's key. */
  "own:read": {
    by: ["phone", "stranger"],
    input: z.object({ sessionId, token, of: ownThing }),
    output: z.object({ rows: z.array(storedRow) }),
  },
  /** Takes it back (R65). What is gone is gone, so a repeat is harmless. */
  "own:delete": {
    by: ["phone", "stranger"],
    input: z.object({ sessionId, token, of: ownThing }),
    output: nothing,
  },
  /** How much the session holds of everybody; for a phone that was there, by its attendance's token. */
  "own:count": {
    by: ["phone", "stranger"],
    input: z.object({ sessionId, token }),
    output: z.object({ tables: z.array(tableCount) }),
  },

  /** What a parent takes home, in the language of this phone. */
  "handout:read": {
    by: ["phone"],
    input: nothing,
    output: z.object({ title: z.string(), language: languageTag, handout: html }),
  },

  // After the session.
  "summary:mark": {
    by: ["facilitator"],
    input: z.object({ sessionId, slideId, cardId: responseId, mark: cardMark }),
    output: nothing,
  },
  "share:create": {
    by: ["facilitator"],
    input: z.object({ id: shareId, sessionId, days: z.number().int().min(1).max(3650) }),
    output: z.object({ id: shareId, path: z.string() }),
  },
  "share:revoke": { by: ["facilitator"], input: z.object({ id: shareId }), output: nothing },

  // The team.
  /** The support contacts that new sessions begin with. */
  "team:support": { by: ["facilitator"], input: z.object({ contacts }), output: nothing },

  // Accounts.
  "account:create": {
    by: ["stranger"],
    input: z.object({
      setupToken: z.string().min(1).max(200),
      email: z.string().trim().toLowerCase().pipe(z.email().max(254)),
      name: typedText(80),
      password: z.string().min(10).max(200),
    }),
    output: nothing,
  },
  "sign-in:create": {
    by: ["stranger"],
    input: z.object({
      // Any text that PostgreSQL can look up: what is no address is simply nobody's.
      email: z
        .string()
        .trim()
        .toLowerCase()
        .max(254)
        .regex(/^\P{Cc}*$/u),
      password: z.string().max(200),
    }),
    output: z.object({ facilitatorId: z.uuid(), signInId: z.uuid(), name: z.string() }),
  },
  "sign-in:end": { by: ["facilitator"], input: nothing, output: nothing },
  "sign-in:end-all": { by: ["facilitator"], input: nothing, output: nothing },
} as const satisfies Record<string, Spec>;

export type Commands = typeof commands;
export type CommandName = keyof Commands;
/** A command's input before parsing: what a client sends. */
export type CommandInput<N extends CommandName> = z.input<Commands[N]["input"]>;
/** A command's input after parsing: what its handler gets. */
export type CommandData<N extends CommandName> = z.output<Commands[N]["input"]>;
export type CommandOutput<N extends CommandName> = z.output<Commands[N]["output"]>;
