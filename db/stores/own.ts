import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { attendances } from "@/db/schema/sessions";
import type { PromptId, ResponseId, SessionId } from "@/protocol/ids";
import type { StoredRow, TableCount } from "@/protocol/own";

/** A table whose rows stand under the key of a phone. */
export type ParticipantTable = {
  table: string;
  ofSession: boolean;
  ofPrompt: boolean;
  /** Where its rows name no session: the column that leads to a row which does. */
  through: { column: string; parent: string; parentColumn: string } | null;
};

/**
 * The tables about participants, as the database's own catalog has them at this moment: those
 * with a `key`. So what is told of them leaves out no table and no column that comes later.
 */
export async function participantTables(db: Db): Promise<ParticipantTable[]> {
  const rows = await db.execute<ParticipantTable>(sql`
    with columns as (
      select t.oid, t.relname, a.attname, a.attnum
      from pg_class t join pg_attribute a on a.attrelid = t.oid
      where t.relnamespace = current_schema()::regnamespace and t.relkind in ('r', 'p')
        and a.attnum > 0 and not a.attisdropped
    )
    select k.relname as "table",
      exists (select from columns c where c.oid = k.oid and c.attname = 'session_id') as "ofSession",
      exists (select from columns c where c.oid = k.oid and c.attname = 'prompt_id') as "ofPrompt",
      (
        select json_build_object('column', mine.attname, 'parent', theirs.relname, 'parentColumn', theirs.attname)
        from pg_constraint f
        join columns mine on mine.oid = f.conrelid and mine.attnum = f.conkey[1]
        join columns theirs on theirs.oid = f.confrelid and theirs.attnum = f.confkey[1]
        where f.contype = 'f' and f.conrelid = k.oid
          and exists (select from columns c where c.oid = f.confrelid and c.attname = 'session_id')
        limit 1
      ) as through
    from columns k where k.attname = 'key' order by k.relname`);
  return [...rows];
}

/** Every row of the session under this key, whole. Answers to prompts are looked up where there is a prompt. */
export async function rowsUnder(
  db: Db,
  tables: ParticipantTable[],
  sessionId: SessionId,
  key: string,
  promptId: PromptId | null,
): Promise<StoredRow[]> {
  const parts = tables
    .filter(({ ofPrompt }) => ofPrompt === (promptId !== null))
    .map(
      (held) => sql`
        select ${held.table}::text as "table", (
          select json_agg(json_build_object('name', c.name, 'value', c.value) order by c.place)
          from json_each_text(row_to_json(held)) with ordinality as c(name, value, place)
        ) as columns
        from ${sql.identifier(held.table)} held
        where held.key = ${key} and ${inSession(held, sessionId)}
          ${promptId === null ? sql`` : sql`and held.prompt_id = ${promptId}`}`,
    );
  if (parts.length === 0) return [];
  return [...(await db.execute<StoredRow>(sql.join(parts, sql` union all `)))];
}

/** What the session's state notes beside a response: what the facilitator made of the card. */
export async function notesOn(db: Db, sessionId: SessionId, id: ResponseId): Promise<StoredRow[]> {
  const rows = await db.execute<{ name: string; value: string }>(sql`
    select part.name, s.state -> part.name ->> ${id} as value
    from sessions s, (values ('marks'), ('groups')) as part(name)
    where s.id = ${sessionId} and s.state -> part.name ? ${id}::text`);
  const columns = rows.map(({ name, value }) => ({ name: `state.${name}`, value }));
  return columns.length > 0 ? [{ table: "sessions", columns }] : [];
}

/** How many rows of the session each table about participants holds. */
export async function countsOf(
  db: Db,
  tables: ParticipantTable[],
  sessionId: SessionId,
): Promise<TableCount[]> {
  const parts = tables.map(
    (held) => sql`
      select ${held.table}::text as "table", count(*)::int as rows
      from ${sql.identifier(held.table)} held where ${inSession(held, sessionId)}`,
  );
  if (parts.length === 0) return [];
  return [...(await db.execute<TableCount>(sql.join(parts, sql` union all `)))];
}

export async function attendanceExists(db: Db, sessionId: SessionId, key: string): Promise<boolean> {
  const rows = await db.select({ key: attendances.key }).from(attendances).where(ofPhone(sessionId, key));
  return rows.length === 1;
}

export async function deleteAttendance(db: Db, sessionId: SessionId, key: string): Promise<void> {
  await db.delete(attendances).where(ofPhone(sessionId, key));
}

const ofPhone = (sessionId: SessionId, key: string) =>
  and(eq(attendances.sessionId, sessionId), eq(attendances.key, key));

function inSession({ ofSession, through }: ParticipantTable, sessionId: SessionId): SQL {
  if (ofSession) return sql`held.session_id = ${sessionId}`;
  if (!through) return sql`true`;
  const { column, parent, parentColumn } = through;
  return sql`held.${sql.identifier(column)} in (
    select ${sql.identifier(parentColumn)} from ${sql.identifier(parent)} where session_id = ${sessionId})`;
}
