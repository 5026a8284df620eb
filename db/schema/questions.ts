import { boolean, index, pgTable, text, timestamp, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { sessions } from "@/db/schema/sessions";
import type { QuestionId, SessionId } from "@/protocol/ids";
import type { PulseSignal } from "@/protocol/limits";
import type { QuestionMark } from "@/protocol/questions";

/**
 * What a parent asked. As with responses, no time, address or author stands
 * here: `key` is SHA-256 of a token that its phone derives for this question alone.
 */
export const questions = pgTable(
  "questions",
  {
    id: uuid().primaryKey().$type<QuestionId>(),
    sessionId: uuid("session_id")
      .notNull()
      .references(() => sessions.id, { onDelete: "cascade" })
      .$type<SessionId>(),
    key: text().notNull(),
    text: text().notNull(),
    /** The language that its phone reads the class in. */
    language: text().notNull(),
    mark: text().notNull().$type<QuestionMark>().default("none"),
    answered: boolean().notNull().default(false),
    answer: text().notNull().default(""),
  },
  (table) => [index("questions_session").on(table.sessionId)],
);

/** One phone that wants an answer, its author's among them; the tokens of two questions cannot be joined. */
export const questionVotes = pgTable(
  "question_votes",
  {
    questionId: uuid("question_id")
      .notNull()
      .references(() => questions.id, { onDelete: "cascade" })
      .$type<QuestionId>(),
    key: text().notNull(),
  },
  (table) => [uniqueIndex("question_votes_key").on(table.questionId, table.key)],
);

/** How a phone follows at this moment. The row goes when the signal fades, and its time is a whole minute. */
export const pulses = pgTable(
  "pulses",
  {
    sessionId: uuid("session_id")
      .notNull()
      .references(() => sessions.id, { onDelete: "cascade" })
      .$type<SessionId>(),
    key: text().notNull(),
    signal: text().notNull().$type<PulseSignal>(),
    fadesAt: timestamp("fades_at", { withTimezone: true }).notNull(),
  },
  (table) => [uniqueIndex("pulses_key").on(table.sessionId, table.key)],
);
