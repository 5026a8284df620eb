import { and, count, desc, eq, getTableColumns, inArray, isNull, lt, lte, sql } from "drizzle-orm";
import type { Db, Transaction } from "@/db/client";
import { attendances, sessions } from "@/db/schema/sessions";
import type { FacilitatorId, JoinCode, SessionId } from "@/protocol/ids";
import { type SessionState, sessionState } from "@/protocol/sessions";

type Row = typeof sessions.$inferSelect;
export type Session = Omit<Row, "state"> & { state: SessionState };
/** A session as commands lock it. Its deck never changes and is large: who locks brings it along. */
export type LockedSession = Omit<Session, "deck">;

/** What is stored as JSON comes back through its schema: an older shape is an error, not a surprise. */
function parsed(row: Row | undefined): Session | undefined {
  return row && { ...row, state: sessionState.parse(row.state) };
}

/** False when another live session holds the code. */
export async function insertSession(db: Db, session: typeof sessions.$inferInsert): Promise<boolean> {
  const rows = await db.insert(sessions).values(session).onConflictDoNothing().returning({ id: sessions.id });
  return rows.length === 1;
}

export async function sessionById(db: Db, id: SessionId): Promise<Session | undefined> {
  const [row] = await db.select().from(sessions).where(eq(sessions.id, id));
  return parsed(row);
}

/** What every phone's question and vote looks up: without the deck and what undo remembers, which are many times its size. */
const present = sessionState.omit({ undo: true });
export type Present = Omit<SessionState, "undo">;
const withoutUndo = sql<Present>`${sessions.state} - 'undo'`;

/** How a session stands now. */
export async function stateById(db: Db, id: SessionId): Promise<Present | undefined> {
  const [row] = await db.select({ state: withoutUndo }).from(sessions).where(eq(sessions.id, id));
  return row && present.parse(row.state);
}

/** The same, locked against change until the transaction ends. */
export async function holdState(tx: Transaction, id: SessionId): Promise<Present | undefined> {
  const [row] = await tx
    .select({ state: withoutUndo })
    .from(sessions)
    .where(eq(sessions.id, id))
    .for("share");
  return row && present.parse(row.state);
}

/** The session when it is this facilitator's; what is not theirs is not there. */
export async function sessionOf(db: Db, owner: FacilitatorId, id: SessionId): Promise<Session | undefined> {
  const [row] = await db
    .select()
    .from(sessions)
    .where(and(eq(sessions.id, id), eq(sessions.ownerId, owner)));
  return parsed(row);
}

/** Locks the session until the transaction ends: commands on it are one after the other. */
export async function lockSession(tx: Transaction, id: SessionId): Promise<LockedSession | undefined> {
  const { deck, ...columns } = getTableColumns(sessions);
  const [row] = await tx.select(columns).from(sessions).where(eq(sessions.id, id)).for("update");
  return row && { ...row, state: sessionState.parse(row.state) };
}

/** The frozen copy of its class. */
export async function deckById(db: Db, id: SessionId): Promise<Session["deck"] | undefined> {
  const [row] = await db.select({ deck: sessions.deck }).from(sessions).where(eq(sessions.id, id));
  return row?.deck;
}

export async function saveState(
  tx: Transaction,
  session: {
    id: SessionId;
    rev: number;
    state: SessionState;
    code: JoinCode;
    touchedAt: Date;
    endedAt: Date | null;
    textDeletedAt: Date | null;
  },
): Promise<void> {
  const { id, ...values } = session;
  await tx.update(sessions).set(values).where(eq(sessions.id, id));
}

/** The newest revision; undefined when there is no such session. */
export async function revisionOf(db: Db, id: SessionId): Promise<number | undefined> {
  const [row] = await db.select({ rev: sessions.rev }).from(sessions).where(eq(sessions.id, id));
  return row?.rev;
}

export async function liveSessionByCode(db: Db, code: JoinCode): Promise<{ id: SessionId } | undefined> {
  const [row] = await db
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.code, code), isNull(sessions.endedAt)));
  return row;
}

/** The session that had this code last, once it has ended. */
export async function endedSessionByCode(db: Db, code: JoinCode): Promise<{ id: SessionId } | undefined> {
  const [row] = await db
    .select({ id: sessions.id })
    .from(sessions)
    .where(eq(sessions.code, code))
    .orderBy(desc(sessions.endedAt))
    .limit(1);
  return row;
}

export async function codeIsFree(db: Db, code: JoinCode): Promise<boolean> {
  return (await liveSessionByCode(db, code)) === undefined;
}

/** A facilitator's sessions, newest first, with the number of phones that were ever there. */
export async function sessionsOf(db: Db, owner: FacilitatorId) {
  const phones = db
    .select({ sessionId: attendances.sessionId, phones: count().as("phones") })
    .from(attendances)
    .groupBy(attendances.sessionId)
    .as("phones");
  const rows = await db
    .select({
      id: sessions.id,
      title: sql<string>`${sessions.deck}->>'title'`,
      code: sessions.code,
      state: sessions.state,
      createdAt: sessions.createdAt,
      phones: sql<number>`coalesce(${phones.phones}, 0)::int`,
    })
    .from(sessions)
    .leftJoin(phones, eq(phones.sessionId, sessions.id))
    .where(eq(sessions.ownerId, owner))
    .orderBy(desc(sessions.createdAt));
  return rows.map((row) => ({ ...row, state: sessionState.parse(row.state) }));
}

/** Live sessions whose facilitator has done nothing since then. */
export async function forgottenSessions(db: Db, since: Date): Promise<SessionId[]> {
  const rows = await db
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(isNull(sessions.endedAt), lt(sessions.touchedAt, since)));
  return rows.map(({ id }) => id);
}

/** Sessions whose time to keep what was written in them is over: their own, or a shorter one of now. */
export async function sessionsWithOldText(db: Db, now: Date, textDays: number): Promise<SessionId[]> {
  const days = sql`least(${sessions.textDays}, ${textDays}::int)`;
  const rows = await db
    .select({ id: sessions.id })
    .from(sessions)
    .where(
      and(
        isNull(sessions.textDeletedAt),
        sql`${sessions.endedAt} + make_interval(days => ${days}) <= ${now.toISOString()}::timestamptz`,
      ),
    );
  return rows.map(({ id }) => id);
}

/** Sessions that ended before this moment and are not sealed yet. */
export async function sessionsUnsealed(db: Db, endedBefore: Date): Promise<SessionId[]> {
  const rows = await db
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(isNull(sessions.sealedAt), lte(sessions.endedAt, endedBefore)));
  return rows.map(({ id }) => id);
}

export async function noteSealed(tx: Transaction, id: SessionId, at: Date): Promise<void> {
  await tx.update(sessions).set({ sealedAt: at }).where(eq(sessions.id, id));
}

/** Notes that the texts are gone, with a state that names none of them any more. */
export async function noteTextDeleted(
  tx: Transaction,
  id: SessionId,
  state: SessionState,
  at: Date,
): Promise<void> {
  await tx.update(sessions).set({ state, textDeletedAt: at }).where(eq(sessions.id, id));
}

const timerEndsAt = sql<number>`(${sessions.state}#>>'{timer,endsAt}')::float8`;

/** Which revision these sessions have, and when the timers of the live ones end. */
export async function standsOf(
  db: Db,
  ids: SessionId[],
): Promise<{ id: SessionId; rev: number; endsAt: number | null }[]> {
  const endsAt = sql<number | null>`case when ${sessions.endedAt} is null then ${timerEndsAt} end`;
  return db
    .select({ id: sessions.id, rev: sessions.rev, endsAt })
    .from(sessions)
    .where(inArray(sessions.id, ids));
}

/** Live sessions in which a timer runs. */
export async function runningTimers(db: Db): Promise<{ id: SessionId; endsAt: number }[]> {
  return db
    .select({ id: sessions.id, endsAt: timerEndsAt })
    .from(sessions)
    .where(and(isNull(sessions.endedAt), sql`${sessions.state}#>>'{timer,endsAt}' is not null`));
}

/** Where the prompts of these sessions stand, locked against change until the transaction ends. */
export async function holdPhases(tx: Transaction, ids: SessionId[]) {
  const rows = await tx
    .select({
      id: sessions.id,
      status: sql<SessionState["status"]>`${sessions.state}->>'status'`,
      prompts: sql<SessionState["prompts"]>`${sessions.state}->'prompts'`,
      grace: sql<number | null>`(${sessions.state}#>>'{settings,grace}')::int`,
    })
    .from(sessions)
    .where(inArray(sessions.id, ids))
    .for("share");
  return new Map(rows.map((row) => [row.id, row]));
}
