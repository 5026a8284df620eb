import { and, count, eq, inArray, isNotNull, sql } from "drizzle-orm";
import type { Db, Transaction } from "@/db/client";
import { responses } from "@/db/schema/responses";
import type { ResponseId, SessionId, SlideId } from "@/protocol/ids";
import type { ResponseValue } from "@/protocol/kinds";

export type ResponseRow = {
  id: ResponseId;
  sessionId: SessionId;
  slideId: SlideId;
  key: string;
  value: ResponseValue;
};

// Values that were never published, or were changed since.
const unpublished = sql`${responses.released} is distinct from ${responses.value}`;

const ofPrompt = (sessionId: SessionId, slideId: string) =>
  and(eq(responses.sessionId, sessionId), eq(responses.slideId, slideId as SlideId));

/** Writes a group; the same key again replaces the value. Keys must be distinct within the group. */
export async function upsertResponses(tx: Transaction, rows: ResponseRow[]): Promise<void> {
  await tx
    .insert(responses)
    .values(rows)
    .onConflictDoUpdate({
      target: [responses.sessionId, responses.slideId, responses.key],
      set: { value: sql`excluded.value` },
    });
}

/** What is stored under the keys of these rows, by `placeOf`. */
export async function storedValues(
  db: Db,
  rows: Pick<ResponseRow, "sessionId" | "slideId" | "key">[],
): Promise<Map<string, ResponseValue | null>> {
  if (rows.length === 0) return new Map();
  const { sessionId, slideId, key, value } = responses;
  const stored = await db
    .select({ sessionId, slideId, key, value })
    .from(responses)
    .where(
      and(
        inArray(sessionId, [...new Set(rows.map((row) => row.sessionId))]),
        inArray(slideId, [...new Set(rows.map((row) => row.slideId))]),
        inArray(key, [...new Set(rows.map((row) => row.key))]),
      ),
    );
  return new Map(stored.map((row) => [placeOf(row), row.value]));
}

/** Names the one row that a response has. */
export const placeOf = ({ sessionId, slideId, key }: Pick<ResponseRow, "sessionId" | "slideId" | "key">) =>
  `${sessionId} ${slideId} ${key}`;

/** How many responses a prompt has. */
export async function countResponses(db: Db, sessionId: SessionId, slideId: string): Promise<number> {
  const [row] = await db.select({ responses: count() }).from(responses).where(ofPrompt(sessionId, slideId));
  return row?.responses ?? 0;
}

/** How many of them no release has published as they are. */
export async function countUnpublished(db: Db, sessionId: SessionId, slideId: string): Promise<number> {
  const [row] = await db
    .select({ waiting: count() })
    .from(responses)
    .where(and(ofPrompt(sessionId, slideId), unpublished));
  return row?.waiting ?? 0;
}

/** How many responses each prompt of a session has. */
export async function countPerPrompt(db: Db, sessionId: SessionId): Promise<Map<string, number>> {
  const rows = await db
    .select({ slideId: responses.slideId, responses: count() })
    .from(responses)
    .where(eq(responses.sessionId, sessionId))
    .groupBy(responses.slideId);
  return new Map(rows.map((row) => [row.slideId, row.responses]));
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
  slideId: string,
): Promise<void> {
  await tx
    .update(responses)
    .set({ released: sql`${responses.value}` })
    .where(and(ofPrompt(sessionId, slideId), unpublished));
}

/**
 * Rows lie on disk, and carry transaction numbers, in the order in which they
 * came. Written anew by their keys, which are hashes, they tell nothing of it.
 */
export async function mixResponses(tx: Transaction, sessionId: SessionId, slideId: string): Promise<void> {
  await tx.execute(sql`
    with taken as (delete from ${responses} where ${ofPrompt(sessionId, slideId)} returning *)
    insert into ${responses} select * from taken order by key`);
}

/** What the releases have published of a prompt. */
export async function releasedResponses(
  db: Db,
  sessionId: SessionId,
  slideId: string,
): Promise<{ id: ResponseId; value: ResponseValue }[]> {
  const rows = await db
    .select({ id: responses.id, value: responses.released })
    .from(responses)
    .where(and(ofPrompt(sessionId, slideId), isNotNull(responses.released)));
  return rows.flatMap(({ id, value }) => (value ? [{ id, value }] : []));
}

/** The same for all prompts of a session, by slide id. */
export async function allReleasedResponses(
  db: Db,
  sessionId: SessionId,
): Promise<Map<string, { id: ResponseId; value: ResponseValue }[]>> {
  const rows = await db
    .select({ id: responses.id, slideId: responses.slideId, value: responses.released })
    .from(responses)
    .where(and(eq(responses.sessionId, sessionId), isNotNull(responses.released)));
  const bySlide = new Map<string, { id: ResponseId; value: ResponseValue }[]>();
  for (const { id, slideId, value } of rows)
    if (value) bySlide.set(slideId, [...(bySlide.get(slideId) ?? []), { id, value }]);
  return bySlide;
}

/** Forgets what was written to these prompts; that somebody answered stays. */
export async function deleteTexts(tx: Transaction, sessionId: SessionId, slideIds: SlideId[]): Promise<void> {
  if (slideIds.length === 0) return;
  await tx
    .update(responses)
    .set({ value: null, released: null })
    .where(and(eq(responses.sessionId, sessionId), inArray(responses.slideId, slideIds)));
}

/** Whether a released card of this prompt has this id. */
export async function cardExists(
  db: Db,
  sessionId: SessionId,
  slideId: string,
  cardId: ResponseId,
): Promise<boolean> {
  const rows = await db
    .select({ id: responses.id })
    .from(responses)
    .where(and(ofPrompt(sessionId, slideId), eq(responses.id, cardId), isNotNull(responses.released)));
  return rows.length === 1;
}
