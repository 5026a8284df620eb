import { and, eq, sql } from "drizzle-orm";
import type { Db, Transaction } from "@/db/client";
import { tallies } from "@/db/schema/responses";
import type { PromptId, SessionId } from "@/protocol/ids";
import type { Sums } from "@/protocol/sums";

export type TallyRow = Omit<typeof tallies.$inferSelect, "sessionId" | "promptId">;

const ofPrompt = (sessionId: SessionId, promptId: PromptId) =>
  and(eq(tallies.sessionId, sessionId), eq(tallies.promptId, promptId));

/** What is known of each prompt that was ever answered, by prompt id. */
export async function talliesOf(db: Db, sessionId: SessionId): Promise<Map<PromptId, TallyRow>> {
  const rows = await db.select().from(tallies).where(eq(tallies.sessionId, sessionId));
  return new Map(rows.map(({ promptId, ...row }) => [promptId, row]));
}

export async function tallyOfPrompt(
  db: Db,
  sessionId: SessionId,
  promptId: PromptId,
): Promise<TallyRow | undefined> {
  const [row] = await db.select().from(tallies).where(ofPrompt(sessionId, promptId));
  return row;
}

/** How many responses a prompt has. */
export async function countResponses(db: Db, sessionId: SessionId, promptId: PromptId): Promise<number> {
  return (await tallyOfPrompt(db, sessionId, promptId))?.responses ?? 0;
}

/** Whether the session has, or once had, any response. */
export async function anyResponse(db: Db, sessionId: SessionId): Promise<boolean> {
  const rows = await db
    .select({ promptId: tallies.promptId })
    .from(tallies)
    .where(eq(tallies.sessionId, sessionId))
    .limit(1);
  return rows.length > 0;
}

/** Counts responses that came, or went where the number is negative; none when they only changed. */
export async function countMore(
  tx: Transaction,
  sessionId: SessionId,
  promptId: PromptId,
  more: number,
): Promise<void> {
  await tx
    .insert(tallies)
    .values({ sessionId, promptId, responses: more })
    .onConflictDoUpdate({
      target: [tallies.sessionId, tallies.promptId],
      set: { responses: sql`${tallies.responses} + excluded.responses`, settled: false },
    });
}

/** Notes what is published of a prompt from now on. */
export async function savePublished(
  tx: Transaction,
  sessionId: SessionId,
  promptId: PromptId,
  tally: { published: Sums } & Partial<Pick<TallyRow, "recount" | "settled">>,
): Promise<void> {
  await tx.update(tallies).set(tally).where(ofPrompt(sessionId, promptId));
}

/** The published sums hold somebody who took the answer back: the next release adds up anew. */
export async function noteTakenBack(
  tx: Transaction,
  sessionId: SessionId,
  promptId: PromptId,
): Promise<void> {
  await tx
    .update(tallies)
    .set({ recount: true, takenBack: sql`${tallies.takenBack} + 1` })
    .where(ofPrompt(sessionId, promptId));
}

/** Rows of this prompt came after it was written anew. */
export async function noteLate(tx: Transaction, sessionId: SessionId, promptId: PromptId): Promise<void> {
  await tx.update(tallies).set({ late: true }).where(ofPrompt(sessionId, promptId));
}

/** No prompt of this session waits for a release any more. */
export async function settleAll(tx: Transaction, sessionId: SessionId): Promise<void> {
  await tx.update(tallies).set({ settled: true, late: false }).where(eq(tallies.sessionId, sessionId));
}
