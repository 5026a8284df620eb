import { z } from "zod";
import { cardMark } from "@/protocol/kinds/open";
import { phase, releaseMode, sessionStatus, stepName, timer } from "@/protocol/views";

const promptState = z.object({ phase, shown: z.boolean() });

/** What undo can restore: everything that a step on the console moves. */
const position = z.object({
  status: sessionStatus,
  /** Index of the current slide, from 0. In the lobby it is the one to begin with. */
  index: z.number().int().min(0),
  step: z.number().int().min(0),
  blank: z.boolean(),
  timer,
  /** Prompts that were ever touched, by slide id; an absent one is ready and hidden. */
  prompts: z.record(z.string(), promptState),
  /** Marked cards by response id; an absent one is unmarked. */
  marks: z.record(z.string(), cardMark),
});
export type Position = z.infer<typeof position>;

/** The state of a session as it is stored; the rules that move it are the domain's. */
export const sessionState = position.extend({
  startedAt: z.number().nullable(),
  endedAt: z.number().nullable(),
  release: releaseMode,
  /** The small-room guard's number; null until the first prompt opens, then fixed. */
  minimum: z.number().int().nullable(),
  /** Newest last. */
  undo: z.array(z.object({ step: stepName, before: position })),
});
export type SessionState = z.infer<typeof sessionState>;
export type PromptState = z.infer<typeof promptState>;
