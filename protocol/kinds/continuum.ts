import { z } from "zod";
import { partId } from "@/protocol/ids";
import { item, promptBase, slideBase, slideViewBase } from "@/protocol/kinds/base";
import { continuum, limits } from "@/protocol/limits";

const shape = {
  /** From left to right. */
  zones: z.array(item).min(2).max(limits.zones),
  /** Where one zone ends and the next begins, 1 to 99, rising: one fewer than the zones. */
  edges: z.array(z.number().int().min(1).max(99)).min(1),
  scenarios: z.array(item).min(1).max(limits.scenarios),
};

export const continuumSlide = z.object({
  ...slideBase,
  ...promptBase,
  kind: z.literal("continuum"),
  ...shape,
});
export const continuumView = z.object({ ...slideViewBase, kind: z.literal("continuum"), ...shape });

/** Every scenario has a place on the line, 0 to 100. */
export const continuumResponse = z.object({
  kind: z.literal("continuum"),
  places: z.record(partId, z.number().int().min(0).max(100)),
});

export const continuumTally = z.object({
  kind: z.literal("continuum"),
  responses: z.number().int(),
  /** Per scenario, in the order of the slide. */
  scenarios: z.array(
    z.object({
      /** How many placed it in each of the line's equal stretches, from left to right. */
      density: z.array(z.number().int()).length(continuum.stretches),
      /** How many placed it in each zone. */
      zones: z.array(z.number().int()),
      median: z.number(),
      /** The middle half of the room lies between these two. */
      lower: z.number(),
      upper: z.number(),
    }),
  ),
});
