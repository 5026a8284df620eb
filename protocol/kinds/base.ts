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

/** What every slide shows on phone and screen: its body at the current step. */
export const slideViewBase = {
  id: slideId,
  part: z.string(),
  title: z.string(),
  body: html,
  /** Empty until the results are shown. */
  explanation: html,
};

export const item = z.object({ id: partId, text: z.string().min(1).max(240) });
