import { boolean, index, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { sessions } from "@/db/schema/sessions";
import type { PromptId, ResponseId, SessionId } from "@/protocol/ids";
import type { ResponseValue } from "@/protocol/kinds";

/**
 * One participant's response to one prompt. No time, address, socket or author
 * stands here: `key` is SHA-256 of a token that the phone derives anew for each
 * prompt, so no two rows can be joined (design 6).
 */
export const responses = pgTable(
  "responses",
  {
    id: uuid().primaryKey().$type<ResponseId>(),
    sessionId: uuid("session_id")
      .notNull()
      .references(() => sessions.id, { onDelete: "cascade" })
      .$type<SessionId>(),
    promptId: text("prompt_id").notNull().$type<PromptId>(),
    key: text().notNull(),
    /** A hand that the facilitator counted; its key is random and belongs to no phone. */
    byHand: boolean("by_hand").notNull().default(false),
    /** Null once retention has taken a free text away; the row still counts. */
    value: jsonb().$type<ResponseValue>(),
    /** The value as the last release published it; null before. A release needs enough rows that differ. */
    released: jsonb().$type<ResponseValue>(),
  },
  (table) => [
    uniqueIndex("responses_key").on(table.sessionId, table.promptId, table.key),
    index("responses_prompt").on(table.sessionId, table.promptId),
  ],
);
