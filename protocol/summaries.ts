import { z } from "zod";
import { sessionId, shareId } from "@/protocol/ids";
import { slideView, tally } from "@/protocol/kinds";
import { html } from "@/protocol/kinds/base";
import { languageTag } from "@/protocol/languages";
import { question } from "@/protocol/questions";
import { sessionStatus } from "@/protocol/views";

/** A row of the list of sessions. */
export const sessionCard = z.object({
  id: sessionId,
  title: z.string(),
  status: sessionStatus,
  code: z.string().nullable(),
  startedAt: z.number().nullable(),
  endedAt: z.number().nullable(),
  createdAt: z.number(),
  phones: z.number().int(),
});
export type SessionCard = z.infer<typeof sessionCard>;

/** What one prompt came to. `results` is null when the guard holds it or nobody was asked. */
export const promptSummary = z.object({
  /** With its explanation and right answers. */
  slide: slideView,
  opened: z.boolean(),
  responses: z.number().int(),
  /** Hidden cards are left out. */
  results: tally.nullable(),
  /** Which round the results are of. */
  round: z.number().int(),
  /** The first round's results, or those of the slide that it is compared with. */
  earlier: tally.nullable(),
  /** What was written here has been deleted, as promised. */
  textDeleted: z.boolean(),
});
export type PromptSummary = z.infer<typeof promptSummary>;

export const share = z.object({
  id: shareId,
  path: z.string(),
  expiresAt: z.number(),
});
export type Share = z.infer<typeof share>;

/** How one slide went: the record of fidelity that writes itself. */
export const slideRecord = z.object({
  id: z.string(),
  part: z.string(),
  title: z.string(),
  kind: z.string(),
  planned: z.number(),
  /** Minutes that the room spent there; 0: skipped. */
  spent: z.number(),
  /** For prompts that opened: responses of the latest round by phones that were ever there, 0 to 1; else null. */
  answered: z.number().nullable(),
});
export type SlideRecord = z.infer<typeof slideRecord>;

/** What remains of a session, for its facilitator. */
export const summary = z.object({
  id: sessionId,
  title: z.string(),
  language: languageTag,
  status: sessionStatus,
  startedAt: z.number().nullable(),
  endedAt: z.number().nullable(),
  /** Phones that were ever there. */
  phones: z.number().int(),
  minimum: z.number().int().nullable(),
  prompts: z.array(promptSummary),
  record: z.array(slideRecord),
  questions: z.array(question),
  handout: html,
  /** Where people outside reach us: `https://class.example.org`. */
  site: z.string(),
  shares: z.array(share),
});
export type Summary = z.infer<typeof summary>;

/** The same for parents: no notes, no shares, no counts of who was there. */
export const sharedSummary = z.object({
  title: z.string(),
  language: languageTag,
  endedAt: z.number().nullable(),
  prompts: z.array(promptSummary),
  handout: html,
});
export type SharedSummary = z.infer<typeof sharedSummary>;
