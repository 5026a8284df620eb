import { z } from "zod";
import { hands } from "@/protocol/hands";
import { item } from "@/protocol/kinds/base";
import { cardMark, theme } from "@/protocol/kinds/open";
import { rhythm } from "@/protocol/kinds/pause";
import { languageTag } from "@/protocol/languages";
import { contacts } from "@/protocol/support";
import { phase, releaseMode, roomSettings, sessionStatus, stepName, timer } from "@/protocol/views";

const promptState = z.object({
  phase,
  shown: z.boolean(),
  round: z.union([z.literal(1), z.literal(2)]),
  /** The themes that became a prompt's options, as they stood when it opened. */
  options: z.array(item).optional(),
  /** A breathing guide's own rhythm, when the facilitator changed it. */
  rhythm: rhythm.optional(),
  /** When its current round closed, for the grace (R64); absent while it never has. */
  closedAt: z.number().optional(),
});

/** What undo can restore: everything that a step on the console moves. */
const position = z.object({
  status: sessionStatus,
  /** Index of the current slide, from 0. In the lobby it is the one to begin with. */
  index: z.number().int().min(0),
  step: z.number().int().min(0),
  blank: z.boolean(),
  timer,
  /** Whether the screen shows the questions instead of the slide. */
  questionsShown: z.boolean(),
  /** Prompts that were ever touched, by slide id; an absent one is ready and hidden. */
  prompts: z.record(z.string(), promptState),
  /** Marked cards by response id, marked words by `wordKey`; an absent one is unmarked. */
  marks: z.record(z.string(), cardMark),
  /** The themes of an `open` prompt, by slide id. */
  themes: z.record(z.string(), z.array(theme)),
  /** The theme that a card was put into, by response id. */
  groups: z.record(z.string(), z.string()),
});
export type Position = z.infer<typeof position>;

/** The state of a session as it is stored; the rules that move it are the domain's. */
export const sessionState = position.extend({
  startedAt: z.number().nullable(),
  endedAt: z.number().nullable(),
  release: releaseMode,
  /** The language of the screen and of the console. */
  language: languageTag,
  settings: roomSettings,
  support: contacts,
  /** Hands as they were counted, by prompt id; the responses made of them are stored with the others. */
  hands: z.record(z.string(), hands),
  /** How long the room was at each slide, in ms, by slide id; without the current visit. */
  visits: z.record(z.string(), z.number()),
  /** When the room came to the current slide; null in the lobby and after the end. */
  arrivedAt: z.number().nullable(),
  /** The small-room guard's number; null until the first prompt opens, then fixed. */
  minimum: z.number().int().nullable(),
  /** Newest last. */
  undo: z.array(z.object({ step: stepName, before: position })),
});
export type SessionState = z.infer<typeof sessionState>;
export type PromptState = z.infer<typeof promptState>;
