import { z } from "zod";
import { promptBase, slideBase, slideViewBase } from "@/protocol/kinds/base";
import { cardMark } from "@/protocol/kinds/open";
import { limits } from "@/protocol/limits";
import { typedText } from "@/protocol/text";

export const wordsSlide = z.object({
  ...slideBase,
  ...promptBase,
  kind: z.literal("words"),
  /** How many words one response may hold. */
  count: z.number().int().min(1).max(limits.wordsPerResponse),
});

export const wordsView = z.object({
  ...slideViewBase,
  kind: z.literal("words"),
  count: z.number().int(),
});

export const wordsResponse = z.object({
  kind: z.literal("words"),
  words: z.array(typedText(limits.word)).min(1).max(limits.wordsPerResponse),
});

export const wordsTally = z.object({
  kind: z.literal("words"),
  responses: z.number().int(),
  /** Most frequent first, then by the alphabet; merged by case and plural. */
  words: z.array(
    z.object({
      text: z.string(),
      count: z.number().int(),
      mark: cardMark,
      /** Waits for the facilitator's look, for the console only. */
      held: z.boolean(),
    }),
  ),
});
