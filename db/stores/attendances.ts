import { count, eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { attendances } from "@/db/schema/sessions";
import type { SessionId } from "@/protocol/ids";

/** Notes that phones were there; a phone that comes back is the same row. */
export async function insertAttendances(db: Db, rows: (typeof attendances.$inferInsert)[]): Promise<void> {
  await db.insert(attendances).values(rows).onConflictDoNothing();
}

export async function countAttendances(db: Db, sessionId: SessionId): Promise<number> {
  const [row] = await db
    .select({ phones: count() })
    .from(attendances)
    .where(eq(attendances.sessionId, sessionId));
  return row?.phones ?? 0;
}
