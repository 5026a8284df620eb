import { z } from "zod";
import { questionId } from "@/protocol/ids";

/** Whether parents can ask, and whether what they ask is seen by others at once or once it is approved. */
export const questionMode = z.enum(["shown", "approved", "off"]);
export type QuestionMode = z.infer<typeof questionMode>;

/** What the facilitator made of a question. `approved` lets a held one go as it is. */
export const questionMark = z.enum(["none", "approved", "hidden", "pinned"]);
export type QuestionMark = z.infer<typeof questionMark>;

/** A question as it is listed: pinned first, then by votes, answered ones last. */
export const question = z.object({
  id: questionId,
  text: z.string(),
  /** The language that its phone reads the class in. */
  language: z.string(),
  /** How many want to know it too, its author among them. */
  votes: z.number().int(),
  mark: questionMark,
  /** Waits for the facilitator's look. Held and hidden ones reach the console only. */
  held: z.boolean(),
  answered: z.boolean(),
  /** The facilitator's written answer; empty for one given aloud. */
  answer: z.string(),
});
export type Question = z.infer<typeof question>;
