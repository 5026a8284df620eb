import { z } from "zod";
import { partId, slideId } from "@/protocol/ids";
import { item, promptBase, slideBase, slideViewBase } from "@/protocol/kinds/base";
import { limits } from "@/protocol/limits";

export const choiceSlide = z.object({
  ...slideBase,
  ...promptBase,
  kind: z.literal("choice"),
  /** Empty when the options are the themes of an earlier slide. */
  options: z.array(item).max(limits.options),
  /** The `open` slide whose themes are the options, as they stand when this prompt opens; else null. */
  from: slideId.nullable(),
  /** How many options one response may hold: 1 is a single choice. */
  pick: z.number().int().min(1).max(limits.options),
  /** Ids of the right options, revealed with the results; empty when there is no right answer. */
  correct: z.array(partId).max(limits.options),
});

export const choiceView = z.object({
  ...slideViewBase,
  kind: z.literal("choice"),
  options: z.array(item).max(limits.options),
  pick: z.number().int(),
  /** Whether the results stand by how often each option was chosen: a vote that ranks themes. */
  ranked: z.boolean(),
  /** Empty until the results are shown. */
  correct: z.array(partId),
});

export const choiceResponse = z.object({
  kind: z.literal("choice"),
  options: z.array(partId).min(1).max(limits.options),
});

export const choiceTally = z.object({
  kind: z.literal("choice"),
  responses: z.number().int(),
  /** Responses per option, in the order of the slide's options. */
  counts: z.array(z.number().int()),
});
