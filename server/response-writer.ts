import { isDeepStrictEqual } from "node:util";
import type { Database } from "@/db/client";
import { placeOf, type ResponseRow, storedValues, upsertOpen, upsertResponses } from "@/db/stores/responses";
import { holdPhases } from "@/db/stores/sessions";
import { noteLate } from "@/db/stores/tallies";
import { AppError } from "@/protocol/errors";
import type { PromptId, SessionId } from "@/protocol/ids";
import { grace } from "@/protocol/limits";
import { type Batch, type BatchOptions, createBatch } from "@/server/batch";
import { roundOf } from "@/server/domain/rounds";
import { takes } from "@/server/domain/taking";

/** Commits responses in groups; `add` resolves after the commit of the item's group (design 7). */
export type ResponseWriter = Batch<ResponseRow>;

const collectMs = 4;
const rowsPerGroup = 1000;
const rowsWaiting = 20_000;

type Parts = {
  db: Database;
  now: () => number;
  /** Responses of this prompt were committed. */
  committed: (sessionId: SessionId, promptId: PromptId) => void;
  /** A group was committed, for those who measure. */
  written?: BatchOptions<ResponseRow>["written"];
};

export function createResponseWriter({ db, now, committed, written }: Parts): ResponseWriter {
  /** What came too late, or for what does not exist: looked at closely, in a transaction of its own. */
  const writeLate = async (rows: ResponseRow[]) => {
    const refused = new Map<ResponseRow, Error>();
    const touched = await db.transaction(async (tx) => {
      const phases = await holdPhases(tx, [...new Set(rows.map((row) => row.sessionId))]);
      const takenOf = perPrompt((row) => takenFrom(phases.get(row.sessionId), row.promptId, now()));
      for (const row of rows) {
        const { error } = takenOf(row);
        if (error) refused.set(row, error);
      }
      const group = newest(rows.filter((row) => !refused.has(row)));
      if (group.length > 0) await upsertResponses(tx, group);
      const prompts = distinctPrompts(group);
      for (const row of prompts) if (takenOf(row).late) await noteLate(tx, row.sessionId, row.promptId);
      // Sent again because its acknowledgement was lost: it counts, whatever has closed meanwhile.
      const stored = await storedValues(tx, [...refused.keys()]);
      for (const row of refused.keys())
        if (isDeepStrictEqual(stored.get(placeOf(row)), row.value)) refused.delete(row);
      return prompts;
    });
    return { refused, touched };
  };

  const write = async (rows: ResponseRow[]) => {
    const rounds = distinctPrompts(rows).map(({ sessionId, promptId }) => ({
      sessionId,
      promptId,
      ...roundOf(promptId),
    }));
    const open = await upsertOpen(db, newest(rows), rounds);
    for (const { sessionId, promptId } of open) committed(sessionId, promptId);
    if (open.length === rounds.length) return undefined;
    const done = new Set(open.map(promptOf));
    const { refused, touched } = await writeLate(rows.filter((row) => !done.has(promptOf(row))));
    for (const { sessionId, promptId } of touched) committed(sessionId, promptId);
    return refused;
  };

  return createBatch({
    write,
    collectMs,
    most: rowsPerGroup,
    waiting: rowsWaiting,
    overload: () => new AppError("overloaded"),
    written,
  });
}

type Phases = Awaited<ReturnType<typeof holdPhases>>;

/** Whether a prompt takes responses now, and why not (R17, R64). */
function takenFrom(
  session: ReturnType<Phases["get"]>,
  promptId: PromptId,
  now: number,
): { error?: AppError; late?: boolean } {
  if (!session) return { error: new AppError("not_found") };
  const taking = takes({ ...session, grace: session.grace ?? grace.usual }, promptId, now);
  return taking.taken ? { late: taking.taken === "late" } : { error: new AppError(taking.code) };
}

type OfPrompt = Pick<ResponseRow, "sessionId" | "promptId">;
const promptOf = ({ sessionId, promptId }: OfPrompt) => `${sessionId} ${promptId}`;

/** Asks once per prompt: a group holds a whole room's answers to one. */
function perPrompt<T>(ask: (row: ResponseRow) => T): (row: ResponseRow) => T {
  const answers = new Map<string, T>();
  return (row) => {
    const known = answers.get(promptOf(row)) ?? ask(row);
    answers.set(promptOf(row), known);
    return known;
  };
}

/** One row of each prompt in the group. */
function distinctPrompts(rows: ResponseRow[]): ResponseRow[] {
  return [...new Map(rows.map((row) => [promptOf(row), row])).values()];
}

/** A phone that sends twice within one group means its later value. */
function newest(rows: ResponseRow[]): ResponseRow[] {
  return [...new Map(rows.map((row) => [placeOf(row), row])).values()];
}
