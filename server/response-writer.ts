import { isDeepStrictEqual } from "node:util";
import type { Database } from "@/db/client";
import { placeOf, type ResponseRow, storedValues, upsertResponses } from "@/db/stores/responses";
import { holdPhases } from "@/db/stores/sessions";
import { AppError } from "@/protocol/errors";
import type { PromptId, SessionId } from "@/protocol/ids";
import { type Batch, createBatch } from "@/server/batch";
import { currentRound, roundOf } from "@/server/domain/rounds";

/** Commits responses in groups; `add` resolves after the commit of the item's group (design 7). */
export type ResponseWriter = Batch<ResponseRow>;

const collectMs = 4;
const rowsPerGroup = 1000;
const rowsWaiting = 20_000;

export function createResponseWriter(
  db: Database,
  committed: (sessionId: SessionId, promptId: PromptId) => void,
): ResponseWriter {
  const write = async (rows: ResponseRow[]) => {
    const refused = new Map<ResponseRow, Error>();
    const written = await db.transaction(async (tx) => {
      const phases = await holdPhases(tx, [...new Set(rows.map((row) => row.sessionId))]);
      // A phone that sends twice within one group means its later value.
      const byKey = new Map<string, ResponseRow>();
      for (const row of rows) {
        const error = refusal(phases.get(row.sessionId), row.promptId);
        if (error) refused.set(row, error);
        else byKey.set(placeOf(row), row);
      }
      // In the order of the keys: two nodes cannot lock each other out.
      const group = [...byKey.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
      if (group.length > 0) await upsertResponses(tx, group);
      // Sent again because its acknowledgement was lost: it counts, whatever has closed meanwhile.
      const stored = await storedValues(tx, [...refused.keys()]);
      for (const row of refused.keys())
        if (isDeepStrictEqual(stored.get(placeOf(row)), row.value)) refused.delete(row);
      return group;
    });
    const prompts = new Map(written.map((row) => [`${row.sessionId} ${row.promptId}`, row]));
    for (const { sessionId, promptId } of prompts.values()) committed(sessionId, promptId);
    return refused;
  };

  return createBatch({
    write,
    collectMs,
    most: rowsPerGroup,
    waiting: rowsWaiting,
    overload: () => new AppError("overloaded"),
  });
}

type Phases = Awaited<ReturnType<typeof holdPhases>>;

/** A response is taken while its prompt is open (R17); what was taken before is acknowledged all the same. */
function refusal(session: ReturnType<Phases["get"]>, promptId: PromptId): AppError | undefined {
  if (!session) return new AppError("not_found");
  if (session.status === "ended") return new AppError("session_ended");
  const { slideId } = roundOf(promptId);
  // A late answer to the first round is none to the second.
  const open = session.prompts[slideId]?.phase === "open" && currentRound(session, slideId) === promptId;
  if (!open) return new AppError("prompt_not_open");
  return undefined;
}
