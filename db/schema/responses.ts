import { boolean, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { sessions } from "@/db/schema/sessions";
import type { PromptId, ResponseId, SessionId } from "@/protocol/ids";
import type { ResponseValue } from "@/protocol/kinds";
import type { Sums } from "@/protocol/sums";

/**
 * One participant's response to one prompt. No time, address, socket or author
 * stands here: `key` is SHA-256 of a token that the phone derives anew for each
 * prompt, so no two rows can be joined (design 6).
 */
export const responses = pgTable(
  "responses",
  {
    /** Random; what marks and themes name. Unique by chance alone: an index for it would cost a fifth of the write. */
    id: uuid().notNull().$type<ResponseId>(),
    // No foreign key: whoever writes holds the session's row, and checking each row again costs a
    // third of the write. A trigger deletes the rows of a session that is deleted.
    sessionId: uuid("session_id").notNull().$type<SessionId>(),
    promptId: text("prompt_id").notNull().$type<PromptId>(),
    key: text().notNull(),
    /** A published answer was changed and published again: another change counts for no release (R32). */
    revised: boolean().notNull().default(false),
    /** A hand that the facilitator counted; its key is random and belongs to no phone. */
    byHand: boolean("by_hand").notNull().default(false),
    /** Null once retention has taken a free text away; the row still counts. */
    value: jsonb().$type<ResponseValue>(),
    /** The value as the last release published it; null before. A release needs enough rows that differ. */
    released: jsonb().$type<ResponseValue>(),
  },
  (table) => [primaryKey({ columns: [table.sessionId, table.promptId, table.key] })],
);

/**
 * What is known of a prompt's responses as a whole, so that nothing that is
 * asked of them takes longer as they grow. Written with them, in one transaction.
 */
export const tallies = pgTable(
  "tallies",
  {
    sessionId: uuid("session_id")
      .notNull()
      .references(() => sessions.id, { onDelete: "cascade" })
      .$type<SessionId>(),
    promptId: text("prompt_id").notNull().$type<PromptId>(),
    /** How many responses there are. */
    responses: integer().notNull(),
    /** What the releases have published, added up; null before the first. */
    published: jsonb().$type<Sums>(),
    /** Nothing was written since the last release: every response is published as it stands. */
    settled: boolean().notNull().default(false),
    /** A published response was taken back: the next release adds up anew. */
    recount: boolean().notNull().default(false),
    /** Published responses that were ever taken back: as many more must be new in a release (R32). */
    takenBack: integer("taken_back").notNull().default(0),
    /** Rows came after the prompt had closed: the end of the session writes them anew (R37). */
    late: boolean().notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.sessionId, table.promptId] })],
);
