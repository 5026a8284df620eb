import { z } from "zod";
import type { ActorKind } from "@/protocol/actors";
import { classId, responseId, sessionId, shareId, slideId } from "@/protocol/ids";
import { responseValue } from "@/protocol/kinds";
import { cardMark } from "@/protocol/kinds/open";
import { limits } from "@/protocol/limits";
import { typedText } from "@/protocol/text";
import { consoleView, phoneView, releaseMode, screenView } from "@/protocol/views";

/** The revision of the session that the sender saw; an older one is refused as `stale`. */
const rev = z.number().int().min(0);
const nothing = z.object({});
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
    input: z.object({ id: sessionId, classId }),
    output: z.object({ id: sessionId }),
  },
  "session:view": {
    by: ["phone", "screen", "console"],
    input: nothing,
    output: z.discriminatedUnion("audience", [phoneView, screenView, consoleView]),
  },
  "session:begin": step({}),
  "session:end": step({}),
  "session:expire": { by: ["system"], input: z.object({ sessionId }), output: nothing },
  /** Retention: forgets the free text of a session that ended long enough ago. */
  "text:delete": { by: ["system"], input: z.object({ sessionId }), output: nothing },
  "release:choose": step({ release: releaseMode }),

  // Where the room is.
  "slide:next": step({}),
  "slide:back": step({}),
  "slide:go": step({ slideId }),
  "screen:blank": step({ blank: z.boolean() }),
  "step:undo": step({}),

  // The current prompt.
  "prompt:open": step({ slideId, seconds: seconds.optional() }),
  "prompt:close": step({ slideId }),
  "results:show": step({ slideId }),
  "results:hide": step({ slideId }),
  "card:mark": step({ slideId, cardId: responseId, mark: cardMark }),
  "timer:start": step({ seconds, closesPrompt: z.boolean() }),
  "timer:stop": step({}),
  "timer:expire": { by: ["system"], input: z.object({ sessionId, endsAt: z.number() }), output: nothing },

  // Responses.
  "response:submit": {
    by: ["phone"],
    input: z.object({
      slideId,
      // HMAC-SHA-256 of the phone's secret over session and prompt (design 6), hex.
      token: z.string().regex(/^[0-9a-f]{64}$/),
      value: responseValue,
    }),
    output: nothing,
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
