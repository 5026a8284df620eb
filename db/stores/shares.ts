import { and, desc, eq, gt, isNull } from "drizzle-orm";
import type { Db } from "@/db/client";
import { sessions, shares } from "@/db/schema/sessions";
import type { FacilitatorId, SessionId, ShareId } from "@/protocol/ids";

export type ShareRow = typeof shares.$inferSelect;

const alive = (now: Date) => and(isNull(shares.revokedAt), gt(shares.expiresAt, now));

export async function insertShare(db: Db, share: typeof shares.$inferInsert): Promise<void> {
  await db.insert(shares).values(share).onConflictDoNothing();
}

export async function liveShares(db: Db, sessionId: SessionId, now: Date): Promise<ShareRow[]> {
  return db
    .select()
    .from(shares)
    .where(and(eq(shares.sessionId, sessionId), alive(now)))
    .orderBy(desc(shares.createdAt));
}

export async function liveShare(db: Db, id: ShareId, now: Date): Promise<ShareRow | undefined> {
  const [row] = await db
    .select()
    .from(shares)
    .where(and(eq(shares.id, id), alive(now)));
  return row;
}

/** Whose session a share belongs to, revoked or not. */
export async function shareOf(db: Db, owner: FacilitatorId, id: ShareId): Promise<ShareRow | undefined> {
  const [row] = await db
    .select({ share: shares })
    .from(shares)
    .innerJoin(sessions, eq(sessions.id, shares.sessionId))
    .where(and(eq(shares.id, id), eq(sessions.ownerId, owner)));
  return row?.share;
}

/** A revoked link stays dead; revoking it again changes nothing. */
export async function revokeShare(db: Db, id: ShareId, now: Date): Promise<void> {
  await db
    .update(shares)
    .set({ revokedAt: now })
    .where(and(eq(shares.id, id), isNull(shares.revokedAt)));
}
