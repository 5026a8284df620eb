import { and, count, eq, gt, inArray, lte } from "drizzle-orm";
import type { Db, Transaction } from "@/db/client";
import { pulses, questions, questionVotes } from "@/db/schema/questions";
import type { QuestionId, SessionId } from "@/protocol/ids";
import type { PulseSignal } from "@/protocol/limits";
import type { Question } from "@/protocol/questions";

const votesAtOnce = 10_000; // PostgreSQL takes 65,535 values in one statement

export type QuestionRow = typeof questions.$inferSelect;

/** A session's questions with their votes, in no order. */
export async function questionsOf(
  db: Db,
  sessionId: SessionId,
): Promise<(Omit<Question, "held"> & { key: string })[]> {
  const { id, key, text, language, mark, answered, answer } = questions;
  return db
    .select({ id, key, text, language, mark, answered, answer, votes: count(questionVotes.key) })
    .from(questions)
    .leftJoin(questionVotes, eq(questionVotes.questionId, questions.id))
    .where(eq(questions.sessionId, sessionId))
    .groupBy(questions.id);
}

/** False when the id is taken: sent again, or another's. */
export async function insertQuestion(tx: Transaction, row: typeof questions.$inferInsert): Promise<boolean> {
  const rows = await tx.insert(questions).values(row).onConflictDoNothing().returning({ id: questions.id });
  return rows.length === 1;
}

export async function countQuestions(db: Db, sessionId: SessionId): Promise<number> {
  const [row] = await db
    .select({ questions: count() })
    .from(questions)
    .where(eq(questions.sessionId, sessionId));
  return row?.questions ?? 0;
}

/** The question with this id in this session. */
export async function questionById(
  db: Db,
  sessionId: SessionId,
  id: QuestionId,
): Promise<QuestionRow | undefined> {
  const [row] = await db
    .select()
    .from(questions)
    .where(and(eq(questions.id, id), eq(questions.sessionId, sessionId)));
  return row;
}

/** Takes the question back when the key is its author's. */
export async function deleteQuestion(
  db: Db,
  sessionId: SessionId,
  id: QuestionId,
  key: string,
): Promise<boolean> {
  const rows = await db
    .delete(questions)
    .where(and(eq(questions.id, id), eq(questions.sessionId, sessionId), eq(questions.key, key)))
    .returning({ id: questions.id });
  return rows.length === 1;
}

/** Changes what is named; false when there is no such question. */
export async function changeQuestion(
  db: Db,
  sessionId: SessionId,
  id: QuestionId,
  change: Partial<Pick<QuestionRow, "mark" | "answered" | "answer">>,
): Promise<boolean> {
  const rows = await db
    .update(questions)
    .set(change)
    .where(and(eq(questions.id, id), eq(questions.sessionId, sessionId)))
    .returning({ id: questions.id });
  return rows.length === 1;
}

export async function insertVote(db: Db, questionId: QuestionId, key: string): Promise<void> {
  await db.insert(questionVotes).values({ questionId, key }).onConflictDoNothing();
}

export async function deleteVote(db: Db, questionId: QuestionId, key: string): Promise<void> {
  await db
    .delete(questionVotes)
    .where(and(eq(questionVotes.questionId, questionId), eq(questionVotes.key, key)));
}

/** Writes the rows anew in the order of their keys: their place on disk then tells nothing of when they came. */
export async function mixQuestions(tx: Transaction, sessionId: SessionId): Promise<void> {
  const ofSession = tx.select({ id: questions.id }).from(questions).where(eq(questions.sessionId, sessionId));
  const votes = await tx
    .delete(questionVotes)
    .where(inArray(questionVotes.questionId, ofSession))
    .returning();
  const rows = await tx.delete(questions).where(eq(questions.sessionId, sessionId)).returning();
  const byKey = (a: { key: string }, b: { key: string }) => (a.key < b.key ? -1 : 1);
  if (rows.length > 0) await tx.insert(questions).values(rows.sort(byKey));
  votes.sort(byKey);
  for (let from = 0; from < votes.length; from += votesAtOnce)
    await tx.insert(questionVotes).values(votes.slice(from, from + votesAtOnce));
}

export async function deleteQuestions(tx: Transaction, sessionId: SessionId): Promise<void> {
  await tx.delete(questions).where(eq(questions.sessionId, sessionId));
}

/** The signal that a phone gives from now on, until it fades. */
export async function upsertPulse(db: Db, row: typeof pulses.$inferInsert): Promise<void> {
  await db
    .insert(pulses)
    .values(row)
    .onConflictDoUpdate({
      target: [pulses.sessionId, pulses.key],
      set: { signal: row.signal, fadesAt: row.fadesAt },
    });
}

export async function deletePulse(db: Db, sessionId: SessionId, key: string): Promise<void> {
  await db.delete(pulses).where(and(eq(pulses.sessionId, sessionId), eq(pulses.key, key)));
}

/** How many phones give each signal now. */
export async function countPulses(
  db: Db,
  sessionId: SessionId,
  now: Date,
): Promise<Map<PulseSignal, number>> {
  const rows = await db
    .select({ signal: pulses.signal, phones: count() })
    .from(pulses)
    .where(and(eq(pulses.sessionId, sessionId), gt(pulses.fadesAt, now)))
    .groupBy(pulses.signal);
  return new Map(rows.map(({ signal, phones }) => [signal, phones]));
}

/** Forgets what has faded; answers the sessions whose pulse is another now. */
export async function deleteFadedPulses(db: Db, now: Date): Promise<SessionId[]> {
  const rows = await db.delete(pulses).where(lte(pulses.fadesAt, now)).returning({ id: pulses.sessionId });
  return [...new Set(rows.map(({ id }) => id))];
}
