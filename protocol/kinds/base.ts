import { z } from "zod";
import { partId, slideId } from "@/protocol/ids";
import { limits } from "@/protocol/limits";

/** HTML that our own Markdown renderer made: safe to set, never typed by a participant. */
export const html = z.string().max(50_000).brand("Html");
export type Html = z.infer<typeof html>;

/** What every slide has, whatever its kind. */
export const slideBase = {
  id: slideId,
  /** The part of the class it belongs to, as printed in the outline. */
  part: z.string().max(80),
  title: z.string().min(1).max(160),
  /** The body at reveal step 0, 1, …: each holds all that is visible by then. */
  bodies: z.array(html).min(1).max(30),
  /** For the facilitator only. */
  notes: html,
  minutes: z.number().min(0).max(limits.slideMinutes),
  /** Shown with the results once the prompt is closed; empty for none. */
  explanation: html,
};

/** What every kind that asks for responses has besides. */
export const promptBase = {
  /** 2: the class plans to ask again after a discussion; right answers wait for the second round. */
  rounds: z.union([z.literal(1), z.literal(2)]),
  /** An earlier slide of the same kind and the same items, whose results stand beside these; else null. */
  compare: slideId.nullable(),
};

/** What every slide shows on phone and screen: its body at the current step. */
export const slideViewBase = {
  id: slideId,
  part: z.string(),
  title: z.string(),
  body: html,
  /** Empty until the results are shown. */
  explanation: html,
  /** The language its texts are in: the class's own where a translation lacks this slide. */
  language: z.string(),
};

/** A picture of a class: `src` is a path on this server that never changes its content. */
export const picture = z.object({
  src: z.string().regex(/^\/pictures\/[0-9a-f]{64}\.(svg|png|jpg|webp)$/),
  alt: z.string().min(1).max(240),
});
export type Picture = z.infer<typeof picture>;

/** An option, a statement, a scenario: something that a response names by its id. */
export const item = z.object({
  id: partId,
  text: z.string().min(1).max(240),
  picture: picture.optional(),
});
export type Item = z.infer<typeof item>;
