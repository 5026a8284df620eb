import { z } from "zod";
import { partId, responseId } from "@/protocol/ids";
import { promptBase, slideBase, slideViewBase } from "@/protocol/kinds/base";
import { languageTag } from "@/protocol/languages";
import { limits } from "@/protocol/limits";
import { typedText } from "@/protocol/text";

export const openSlide = z.object({ ...slideBase, ...promptBase, kind: z.literal("open") });
export const openView = z.object({ ...slideViewBase, kind: z.literal("open") });

export const openResponse = z.object({
  kind: z.literal("open"),
  text: typedText(limits.openText),
  /** The language that its phone reads the class in; empty from a page, or a notebook, of an earlier version. */
  language: languageTag.or(z.literal("")).default(""),
});

/** What the facilitator made of a card. `approved` lets a held one go as it is. */
export const cardMark = z.enum(["none", "approved", "hidden", "pinned"]);
export type CardMark = z.infer<typeof cardMark>;

export const theme = z.object({ id: partId, name: z.string().min(1).max(60) });
export type Theme = z.infer<typeof theme>;

export const card = z.object({
  id: responseId,
  text: z.string(),
  /** Empty when it is not known. */
  language: z.string(),
  mark: cardMark,
  /** Waits for the facilitator's look: by the word filter, or since every card does. */
  held: z.boolean(),
  theme: partId.nullable(),
});
export type Card = z.infer<typeof card>;

export const openTally = z.object({
  kind: z.literal("open"),
  responses: z.number().int(),
  /** Pinned first, else in an order that says nothing. Hidden and held ones reach the console only. */
  cards: z.array(card),
  /** In the order in which the facilitator made them. */
  themes: z.array(theme),
});
