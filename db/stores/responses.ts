import { and, eq, inArray, isNotNull, not, type SQL, sql } from "drizzle-orm";
import type { Db, Transaction } from "@/db/client";
import { responses } from "@/db/schema/responses";
import { countMore, noteTakenBack, settleAll } from "@/db/stores/tallies";
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

/**
 * Writes a group and counts it; the same key again replaces the value. Keys must
 * be distinct within the group. The whole group travels as one value: a
 * parameter per column of a row costs more than the rows.
 */
export async function upsertResponses(tx: Transaction, rows: ResponseRow[]): Promise<void> {
  await tx.execute(sql`with ${writing(rows, sql`true`)} select 1`);
}

/** One round of a prompt, and where a session's state has it. */
export type Round = { sessionId: SessionId; promptId: PromptId; slideId: string; round: number };

/**
 * The same for those rounds alone that are open (R17), checked under a lock on
 * their sessions in the very statement that writes: a room that answers costs one
 * round trip. Answers with the rounds whose rows are written.
 */
export async function upsertOpen(
  db: Db,
  rows: ResponseRow[],
  rounds: Round[],
): Promise<Pick<Round, "sessionId" | "promptId">[]> {
  const written = await db.execute<Pick<Round, "sessionId" | "promptId">>(sql`
    with asked as (
      select * from jsonb_to_recordset(${JSON.stringify(rounds)}::text::jsonb)
        as round("sessionId" uuid, "promptId" text, "slideId" text, round int)
    ), held as (
      select id, state->>'status' as status, state->'prompts' as prompts from sessions
      where id in (select "sessionId" from asked) for share
    ), open as (
      select "sessionId", "promptId" from asked join held on held.id = "sessionId"
      where status <> 'ended' and prompts #>> array["slideId", 'phase'] = 'open'
        and (prompts #>> array["slideId", 'round'])::int = round
    ), ${writing(rows, sql`("sessionId", "promptId") in (select "sessionId", "promptId" from open)`)}
    select "sessionId", "promptId" from open`);
  return [...written];
}

/** Two steps of a statement: writes those of the rows that may be, and counts them. */
const writing = (rows: ResponseRow[], which: SQL) => sql`
    written as (
      insert into responses (id, session_id, prompt_id, key, value)
      select id, "sessionId", "promptId", key, value
      from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
        as row(id uuid, "sessionId" uuid, "promptId" text, key text, value jsonb)
      where ${which}
      -- In the order of the keys: two nodes cannot lock each other out, and nothing tells who was first.
      order by key
      on conflict (session_id, prompt_id, key) do update set value = excluded.value
      -- Only a row that this statement made has never been locked or deleted.
      returning session_id, prompt_id, xmax = 0 as fresh
    ), counted as (
      insert into tallies (session_id, prompt_id, responses)
      select session_id, prompt_id, count(*) filter (where fresh) from written
      group by session_id, prompt_id order by session_id, prompt_id
      on conflict (session_id, prompt_id) do update
        set responses = tallies.responses + excluded.responses, settled = false
    )`;

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

/** How many responses of a prompt no release has published as they are; `counting` ones for the first or second time. */
export async function countUnpublished(
  db: Db,
  sessionId: SessionId,
  promptId: PromptId,
): Promise<{ phones: number; counting: number; hands: number }> {
  const [row] = await db
    .select({
      phones: sql<number>`count(*) filter (where not ${responses.byHand})::int`,
      counting: sql<number>`count(*) filter (where not ${responses.byHand} and not ${responses.revised})::int`,
      hands: sql<number>`count(*) filter (where ${responses.byHand})::int`,
    })
    .from(responses)
    .where(and(ofPrompt(sessionId, promptId), unpublished));
  return row ?? { phones: 0, counting: 0, hands: 0 };
}

/**
 * Makes the counted hands of a prompt exactly these. Rows that stand already are
 * kept and changed, so that what was published of them is known. Answers with
 * what had been published of rows that are gone.
 */
export async function replaceHands(
  tx: Transaction,
  sessionId: SessionId,
  promptId: PromptId,
  values: ResponseValue[],
  newRow: () => Pick<ResponseRow, "id" | "key">,
): Promise<ResponseValue[]> {
  const ofHands = and(ofPrompt(sessionId, promptId), responses.byHand);
  const stored = await tx.select({ id: responses.id }).from(responses).where(ofHands).orderBy(responses.id);
  const changed = stored.slice(0, values.length).map(({ id }, index) => ({ id, value: values[index] }));
  await tx.execute(sql`
    update responses set value = changed.value
    from jsonb_to_recordset(${JSON.stringify(changed)}::text::jsonb) as changed(id uuid, value jsonb)
    where ${ofPrompt(sessionId, promptId)} and responses.id = changed.id`);
  const surplus = stored.slice(values.length).map(({ id }) => id);
  const gone = await tx
    .delete(responses)
    .where(and(ofPrompt(sessionId, promptId), inArray(responses.id, surplus)))
    .returning({ value: responses.released });
  const added = values
    .slice(stored.length)
    .map((value) => ({ ...newRow(), sessionId, promptId, value, byHand: true }));
  if (added.length > 0) await tx.insert(responses).values(added);
  await countMore(tx, sessionId, promptId, values.length - stored.length);
  return gone.flatMap(({ value }) => value ?? []);
}

const revisedNow = sql`${responses.revised} or ${responses.released} is not null`;

export type Replaced = { before: ResponseValue | null; after: ResponseValue; times: number };

/**
 * Publishes the responses of a prompt as they stand, and answers what that
 * changed: how often which published value became which other. The guard decides
 * whether this may be called.
 */
export async function releaseResponses(
  tx: Transaction,
  sessionId: SessionId,
  promptId: PromptId,
): Promise<Replaced[]> {
  const rows = await tx.execute<Replaced>(sql`
    with changed as (
      select key, released as before, value as after from responses
      where ${ofPrompt(sessionId, promptId)} and ${unpublished}
    ), done as (
      update responses set released = changed.after, revised = ${revisedNow}
      from changed where ${ofPrompt(sessionId, promptId)} and responses.key = changed.key
    )
    select before, after, count(*)::int as times from changed group by before, after`);
  return [...rows];
}

/** The same while the prompt closes: its rows are written anew only once, published and in no order (see `mixResponses`). */
export async function releaseAndMix(
  tx: Transaction,
  sessionId: SessionId,
  promptId: PromptId,
): Promise<Replaced[]> {
  const rows = await tx.execute<Replaced>(sql`
    with taken as (
      delete from responses where ${ofPrompt(sessionId, promptId)} returning *
    ), written as (
      insert into responses (id, session_id, prompt_id, key, by_hand, value, released, revised)
      select id, session_id, prompt_id, key, by_hand, value, value,
        revised or (released is not null and released is distinct from value)
      from taken order by key
    )
    select released as before, value as after, count(*)::int as times from taken
    where released is distinct from value group by released, value`);
  return [...rows];
}

/** Everything that is published of a closed kind, by its values. */
export async function publishedValues(
  tx: Transaction,
  sessionId: SessionId,
  promptId: PromptId,
): Promise<{ value: ResponseValue; times: number }[]> {
  const rows = await tx.execute<{ value: ResponseValue; times: number }>(sql`
    select released as value, count(*)::int as times from responses
    where ${ofPrompt(sessionId, promptId)} and released is not null group by released`);
  return [...rows];
}

/** Takes one response back for its author (R65). Undefined when there is none. */
export async function withdrawResponse(
  tx: Transaction,
  { sessionId, promptId, key }: Pick<ResponseRow, "sessionId" | "promptId" | "key">,
): Promise<{ id: ResponseId; published: boolean } | undefined> {
  const [row] = await tx
    .delete(responses)
    .where(and(ofPrompt(sessionId, promptId), eq(responses.key, key), not(responses.byHand)))
    .returning({ id: responses.id, published: sql<boolean>`${responses.released} is not null` });
  if (!row) return undefined;
  await countMore(tx, sessionId, promptId, -1);
  if (row.published) await noteTakenBack(tx, sessionId, promptId);
  return row;
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

/**
 * Forgets of a session's rows what only releases need (R67), and free texts that
 * none has published, which nobody will ever read. Sums stand in `tallies`.
 */
export async function sealResponses(
  tx: Transaction,
  sessionId: SessionId,
  textPrompts: PromptId[],
): Promise<void> {
  const isText = sql`prompt_id in (select jsonb_array_elements_text(${JSON.stringify(textPrompts)}::text::jsonb))`;
  await tx.execute(sql`
    with taken as (
      delete from responses where session_id = ${sessionId} returning *
    )
    insert into responses (id, session_id, prompt_id, key, by_hand, value, released)
    select id, session_id, prompt_id, key, by_hand,
      case when ${isText} then released else value end, case when ${isText} then released end
    from taken where not (${isText} and released is null and value is not null)
    order by prompt_id, key`);
  await settleAll(tx, sessionId);
}

/** The rows of a prompt that a release has published, as it did. */
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
