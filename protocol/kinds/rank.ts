import { z } from "zod";
import { partId } from "@/protocol/ids";
import { item, promptBase, slideBase, slideViewBase } from "@/protocol/kinds/base";
import { limits } from "@/protocol/limits";

const shape = {
  items: z.array(item).min(2).max(limits.rankItems),
  /** What being first means, as in `First`; and last. */
  first: z.string().min(1).max(60),
  last: z.string().min(1).max(60),
};
/** The right order, revealed with the results; empty when there is none. */
const correct = z.array(partId).max(limits.rankItems);

export const rankSlide = z.object({
  ...slideBase,
  ...promptBase,
  kind: z.literal("rank"),
  ...shape,
  correct,
});
export const rankView = z.object({ ...slideViewBase, kind: z.literal("rank"), ...shape, correct });

/** Every item once, the first one first. */
export const rankResponse = z.object({
  kind: z.literal("rank"),
  order: z.array(partId).min(2).max(limits.rankItems),
});

export const rankTally = z.object({
  kind: z.literal("rank"),
  responses: z.number().int(),
  /** Per item, in the order of the slide: its mean place, from 1, and how many put it first, second, … */
  items: z.array(z.object({ mean: z.number(), places: z.array(z.number().int()) })),
});
