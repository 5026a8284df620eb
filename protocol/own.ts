import { z } from "zod";
import { promptId, questionId } from "@/protocol/ids";

/**
 * One thing that a phone has left with the class. Each stands under a key of its own, and
 * they are asked for one by one: a message that named two of them would join them.
 */
export const ownThing = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("response"), promptId }),
  z.object({ kind: z.literal("question"), id: questionId }),
  z.object({ kind: z.literal("vote"), id: questionId }),
  z.object({ kind: z.literal("attendance") }),
  z.object({ kind: z.literal("pulse") }),
]);
export type OwnThing = z.infer<typeof ownThing>;

/** A row as it is stored: every column that the database has, in its order, as text. */
export const storedRow = z.object({
  table: z.string(),
  columns: z.array(z.object({ name: z.string(), value: z.string().nullable() })),
});
export type StoredRow = z.infer<typeof storedRow>;

/** How many rows a table about participants holds of one session, whoever's they are. */
export const tableCount = z.object({ table: z.string(), rows: z.number().int() });
export type TableCount = z.infer<typeof tableCount>;
