import { z } from "zod";
import { partId } from "@/protocol/ids";
import { item, promptBase, slideBase, slideViewBase } from "@/protocol/kinds/base";
import { limits } from "@/protocol/limits";

const shape = {
  bins: z.array(item).min(2).max(limits.bins),
  statements: z.array(item).min(1).max(limits.sortStatements),
};
/** The right bin by statement; without an entry, every bin is as good. */
const correct = z.record(partId, partId);

export const sortSlide = z.object({
  ...slideBase,
  ...promptBase,
  kind: z.literal("sort"),
  ...shape,
  correct,
});

export const sortView = z.object({
  ...slideViewBase,
  kind: z.literal("sort"),
  ...shape,
  /** Empty until the results are shown. */
  correct,
});

/** Every statement is in a bin, for the reason that a `scale` is rated whole. */
export const sortResponse = z.object({ kind: z.literal("sort"), bins: z.record(partId, partId) });

export const sortTally = z.object({
  kind: z.literal("sort"),
  responses: z.number().int(),
  /** Per statement, in the order of the slide: how many put it into the first bin, the second, … */
  statements: z.array(z.array(z.number().int())),
});
