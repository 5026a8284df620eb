import { and, count, eq, inArray, isNotNull, sql } from "drizzle-orm";
import type { Db, Transaction } from "@/db/client";
import { responses } from "@/db/schema/responses";
import type { PromptId, ResponseId, SessionId } from "@/protocol/ids";
import type { ResponseValue } from "@/protocol/kinds";

export type ResponseRow = {
  id: ResponseId;
  sessionId: SessionId;
  promptId: PromptId;
  key: string;
  value: ResponseValue;
};

// Values that were never published, or were changed since.
const unpublished = sql`${responses.released} is distinct from ${responses.value}`;

const ofPrompt = (sessionId: SessionId, promptId: PromptId) =>
  and(eq(responses.sessionId, sessionId), eq(responses.promptId, promptId));

/** Writes a group; the same key again replaces the value. Keys must be distinct within the group. */
export async function upsertResponses(tx: Transaction, rows: ResponseRow[]): Promise<void> {
  await tx
    .insert(responses)
    .values(rows)
    .onConflictDoUpdate({
      target: [responses.sessionId, responses.promptId, responses.key],
      set: { value: sql`excluded.value` },
    });
}

/** What is stored under the keys of these rows, by `placeOf`. */
export async function storedValues(
  db: Db,
  rows: Pick<ResponseRow, "sessionId" | "promptId" | "key">[],
): Promise<Map<string, ResponseValue | null>> {
  if (rows.length === 0) return new Map();
  const { sessionId, promptId, key, value } = responses;
  const stored = await db
    .select({ sessionId, promptId, key, value })
    .from(responses)
    .where(
      and(
        inArray(sessionId, [...new Set(rows.map((row) => row.sessionId))]),
        inArray(promptId, [...new Set(rows.map((row) => row.promptId))]),
        inArray(key, [...new Set(rows.map((row) => row.key))]),
      ),
    );
  return new Map(stored.map((row) => [placeOf(row), row.value]));
}

/** Names the one row that a response has. */
export const placeOf = ({ sessionId, promptId, key }: Pick<ResponseRow, "sessionId" | "promptId" | "key">) =>
  `${sessionId} ${promptId} ${key}`;

/** How many responses a prompt has. */
export async function countResponses(db: Db, sessionId: SessionId, promptId: PromptId): Promise<number> {
  const [row] = await db.select({ responses: count() }).from(responses).where(ofPrompt(sessionId, promptId));
  return row?.responses ?? 0;
}

/** How many of them no release has published as they are, and how many there are. */
export async function countUnpublished(
  db: Db,
  sessionId: SessionId,
  promptId: PromptId,
): Promise<{ phones: number; hands: number; all: number }> {
  const [row] = await db
    .select({
      phones: sql<number>`count(*) filter (where ${unpublished} and not ${responses.byHand})::int`,
      hands: sql<number>`count(*) filter (where ${unpublished} and ${responses.byHand})::int`,
      all: count(),
    })
    .from(responses)
    .where(ofPrompt(sessionId, promptId));
  return row ?? { phones: 0, hands: 0, all: 0 };
}

/**
 * Makes the counted hands of a prompt exactly these. Rows that stand already are
 * kept and changed, so that what was published of them is known.
 */
export async function replaceHands(
  tx: Transaction,
  sessionId: SessionId,
  promptId: PromptId,
  values: ResponseValue[],
  newRow: () => Pick<ResponseRow, "id" | "key">,
): Promise<void> {
  const ofHands = and(ofPrompt(sessionId, promptId), responses.byHand);
  const stored = await tx.select({ id: responses.id }).from(responses).where(ofHands).orderBy(responses.id);
  for (const [index, { id }] of stored.entries()) {
    const value = values[index];
    if (value) await tx.update(responses).set({ value }).where(eq(responses.id, id));
    else await tx.delete(responses).where(eq(responses.id, id));
  }
  const added = values
    .slice(stored.length)
    .map((value) => ({ ...newRow(), sessionId, promptId, value, byHand: true }));
  if (added.length > 0) await tx.insert(responses).values(added);
}

/** How many responses each prompt of a session has. */
export async function countPerPrompt(db: Db, sessionId: SessionId): Promise<Map<PromptId, number>> {
  const rows = await db
    .select({ promptId: responses.promptId, responses: count() })
    .from(responses)
    .where(eq(responses.sessionId, sessionId))
    .groupBy(responses.promptId);
  return new Map(rows.map((row) => [row.promptId, row.responses]));
}

export async function anyResponse(db: Db, sessionId: SessionId): Promise<boolean> {
  const rows = await db
    .select({ id: responses.id })
    .from(responses)
    .where(eq(responses.sessionId, sessionId))
    .limit(1);
  return rows.length > 0;
}

/** Publishes every response of a prompt as it stands. The guard decides whether this may be called. */
export async function releaseResponses(
  tx: Transaction,
  sessionId: SessionId,
  promptId: PromptId,
): Promise<void> {
  await tx
    .update(responses)
    .set({ released: sql`${responses.value}` })
    .where(and(ofPrompt(sessionId, promptId), unpublished));
}

/**
 * Rows lie on disk, and carry transaction numbers, in the order in which they
 * came. Written anew by their keys, which are hashes, they tell nothing of it.
 */
export async function mixResponses(tx: Transaction, sessionId: SessionId, promptId: PromptId): Promise<void> {
  await tx.execute(sql`
    with taken as (delete from ${responses} where ${ofPrompt(sessionId, promptId)} returning *)
    insert into ${responses} select * from taken order by key`);
}

/** What the releases have published of a prompt. */
export async function releasedResponses(
  db: Db,
  sessionId: SessionId,
  promptId: PromptId,
): Promise<{ id: ResponseId; value: ResponseValue }[]> {
  const rows = await db
    .select({ id: responses.id, value: responses.released })
    .from(responses)
    .where(and(ofPrompt(sessionId, promptId), isNotNull(responses.released)));
  return rows.flatMap(({ id, value }) => (value ? [{ id, value }] : []));
}

/** The same for all prompts of a session, by prompt id. */
export async function allReleasedResponses(
  db: Db,
  sessionId: SessionId,
): Promise<Map<PromptId, { id: ResponseId; value: ResponseValue }[]>> {
  const rows = await db
    .select({ id: responses.id, promptId: responses.promptId, value: responses.released })
    .from(responses)
    .where(and(eq(responses.sessionId, sessionId), isNotNull(responses.released)));
  const byPrompt = new Map<PromptId, { id: ResponseId; value: ResponseValue }[]>();
  for (const { id, promptId, value } of rows)
    if (value) byPrompt.set(promptId, [...(byPrompt.get(promptId) ?? []), { id, value }]);
  return byPrompt;
}

/** Forgets what was written to these prompts; that somebody answered stays. */
export async function deleteTexts(
  tx: Transaction,
  sessionId: SessionId,
  promptIds: PromptId[],
): Promise<void> {
  if (promptIds.length === 0) return;
  await tx
    .update(responses)
    .set({ value: null, released: null })
    .where(and(eq(responses.sessionId, sessionId), inArray(responses.promptId, promptIds)));
}

/** Whether a released card of these prompts has this id. */
export async function cardExists(
  db: Db,
  sessionId: SessionId,
  promptIds: PromptId[],
  cardId: ResponseId,
): Promise<boolean> {
  const rows = await db
    .select({ id: responses.id })
    .from(responses)
    .where(
      and(
        eq(responses.sessionId, sessionId),
        inArray(responses.promptId, promptIds),
        eq(responses.id, cardId),
        isNotNull(responses.released),
      ),
    );
  return rows.length === 1;
}
