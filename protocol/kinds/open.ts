import { z } from "zod";
import { responseId } from "@/protocol/ids";
import { slideBase, slideViewBase } from "@/protocol/kinds/base";
import { limits } from "@/protocol/limits";
import { typedText } from "@/protocol/text";

export const openSlide = z.object({ ...slideBase, kind: z.literal("open") });
export const openView = z.object({ ...slideViewBase, kind: z.literal("open") });

export const openResponse = z.object({
  kind: z.literal("open"),
  text: typedText(limits.openText),
});

export const cardMark = z.enum(["none", "hidden", "pinned"]);
export type CardMark = z.infer<typeof cardMark>;

export const card = z.object({ id: responseId, text: z.string(), mark: cardMark });
export type Card = z.infer<typeof card>;

export const openTally = z.object({
  kind: z.literal("open"),
  responses: z.number().int(),
  /** Pinned first, else in an order that says nothing. Hidden ones reach the console only. */
  cards: z.array(card),
});
