import { count, eq, sql } from "drizzle-orm";
import type { Db, Transaction } from "@/db/client";
import { attendances } from "@/db/schema/sessions";
import type { SessionId } from "@/protocol/ids";

/** Notes that phones were there; a phone that comes back is the same row, and who comes after the end was not there. */
export async function insertAttendances(db: Db, rows: (typeof attendances.$inferInsert)[]): Promise<void> {
  await db.execute(sql`
    insert into ${attendances} (session_id, key)
    select sessions.id, row.key
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as row("sessionId" uuid, key text)
    join sessions on sessions.id = row."sessionId" and sessions.ended_at is null
    order by row.key on conflict do nothing`);
}

/** Rows lie on disk in the order in which they came; this forgets it. */
export async function mixAttendances(tx: Transaction, sessionId: SessionId): Promise<void> {
  await tx.execute(sql`
    with taken as (delete from ${attendances} where ${attendances.sessionId} = ${sessionId} returning *)
    insert into ${attendances} select * from taken order by key`);
}

export async function countAttendances(db: Db, sessionId: SessionId): Promise<number> {
  const [row] = await db
    .select({ phones: count() })
    .from(attendances)
    .where(eq(attendances.sessionId, sessionId));
  return row?.phones ?? 0;
}
