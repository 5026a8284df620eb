import { z } from "zod";
import type { ActorKind } from "@/protocol/actors";
import type { CommandInput, CommandName, CommandOutput } from "@/protocol/commands";
import type { Ack } from "@/protocol/errors";
import { promptId } from "@/protocol/ids";
import { languageTag } from "@/protocol/languages";
import { pulse } from "@/protocol/limits";
import { consoleView, phonePatch, phoneView, screenView } from "@/protocol/views";

type Audience = Extract<ActorKind, "phone" | "screen" | "console">;
type Spec = { to: readonly Audience[]; payload: z.ZodType };

/** Everything that the server says unasked, and to whom. */
export const events = {
  /** The audience's whole view, after every change and on every connection. */
  "session:changed": {
    to: ["phone", "screen", "console"],
    payload: z.discriminatedUnion("audience", [phoneView, screenView, consoleView]),
  },
  /**
   * What changed of a phone's view between two revisions: the named fields as they are now, each
   * whole. Only to sockets that said they understand it, and only of use to who is at `since`;
   * whoever is not asks for the view (R25).
   */
  "session:patched": { to: ["phone"], payload: phonePatch },
  /** How many phones are here; thinned out as rooms grow. */
  "phones:counted": {
    to: ["screen", "console"],
    payload: z.object({ phones: z.number().int(), screens: z.number().int() }),
  },
  /** How many responses the prompt has; at most four times a second. */
  "responses:counted": {
    to: ["screen", "console"],
    payload: z.object({ promptId, responses: z.number().int() }),
  },
  /** The questions that this audience can list are not the same any more; at most once a second. */
  "questions:changed": {
    to: ["phone", "screen", "console"],
    payload: z.object({ questions: z.number().int() }),
  },
  /**
   * The room's pulse: how many signals stand, and their shares in steps of a
   * tenth, in the order of `pulse.signals`; null while too few stand. At most every 5 seconds.
   */
  "pulse:changed": {
    to: ["console"],
    payload: z.object({
      signals: z.number().int(),
      shares: z.array(z.number()).length(pulse.signals.length).nullable(),
    }),
  },
  /** The first console came, or the last one went. */
  "facilitator:changed": {
    to: ["phone", "screen"],
    payload: z.object({ here: z.boolean() }),
  },
  /** The server stops on purpose; clients come back by themselves. */
  "server:stopping": { to: ["phone", "screen", "console"], payload: z.object({}) },
  /** The sign-in behind this console has ended; the page goes to sign-in. */
  "sign-in:ended": { to: ["console"], payload: z.object({}) },
} as const satisfies Record<string, Spec>;

export type Events = typeof events;
export type EventName = keyof Events;
export type EventPayload<N extends EventName> = z.output<Events[N]["payload"]>;

/** The handshake of a socket: what it says it is, proved by what it carries. */
export const handshake = z.discriminatedUnion("as", [
  // `attendance` is a token of its own (design 6): it counts phones and joins nothing else.
  z.object({
    as: z.literal("phone"),
    ticket: z.string().max(400),
    attendance: z.string().regex(/^[0-9a-f]{64}$/),
    /** The language that the parent chose to follow the class in; the class's own when absent or unknown. */
    language: languageTag.optional(),
    /** This page understands `session:patched`; one of an earlier version gets whole views. */
    patches: z.literal(true).optional(),
  }),
  z.object({ as: z.literal("screen"), key: z.string().max(400) }),
  // The sign-in cookie proves the facilitator; the session must be theirs.
  z.object({ as: z.literal("console"), sessionId: z.uuid() }),
]);
export type Handshake = z.infer<typeof handshake>;

/** Both ends of the socket, typed from the two tables. */
export type ServerToClient = { [N in EventName]: (payload: EventPayload<N>) => void };
export type ClientToServer = {
  [N in CommandName]: (input: CommandInput<N>, acknowledge: (ack: Ack<CommandOutput<N>>) => void) => void;
};
