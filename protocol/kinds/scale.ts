import { z } from "zod";
import { partId } from "@/protocol/ids";
import { item, promptBase, slideBase, slideViewBase } from "@/protocol/kinds/base";
import { limits } from "@/protocol/limits";

const shape = {
  statements: z.array(item).min(1).max(limits.statements),
  /** Ratings run from 1 to this number. */
  points: z.number().int().min(2).max(limits.scalePoints),
  low: z.string().min(1).max(60),
  high: z.string().min(1).max(60),
};

export const scaleSlide = z.object({
  ...slideBase,
  ...promptBase,
  kind: z.literal("scale"),
  ...shape,
  /** Marks a before/after measure. */
  measure: z.boolean(),
});

export const scaleView = z.object({ ...slideViewBase, kind: z.literal("scale"), ...shape });

/** Every statement is rated: a half-empty response would shrink single statements below the guard. */
export const scaleResponse = z.object({
  kind: z.literal("scale"),
  ratings: z.record(partId, z.number().int().min(1).max(limits.scalePoints)),
});

export const scaleTally = z.object({
  kind: z.literal("scale"),
  responses: z.number().int(),
  /** Per statement, in the order of the slide: how many gave 1, 2, … and the median. */
  statements: z.array(z.object({ counts: z.array(z.number().int()), median: z.number() })),
});
