import type { ErrorCode } from "@/protocol/errors";
import type { PromptId } from "@/protocol/ids";
import type { Position } from "@/protocol/sessions";
import { currentRound, promptState, roundOf } from "@/server/domain/rounds";

const second = 1000;

/** What decides whether a response is taken. */
export type Taking = Pick<Position, "status" | "prompts"> & {
  /** Seconds after a closing in which an answer that was under way is still taken (R64). */
  grace: number;
};

export type Taken = { taken: "open" | "late" } | { taken: null; code: ErrorCode };

/**
 * Whether a prompt takes a response at `now` (ms): while it is open (R17), or
 * late, within the grace after it has closed (R64). A late answer to the first
 * round is none to the second.
 */
export function takes(session: Taking, promptId: PromptId, now: number): Taken {
  if (session.status === "ended") return { taken: null, code: "session_ended" };
  const { slideId } = roundOf(promptId);
  const { phase, closedAt } = promptState(session, slideId);
  if (currentRound(session, slideId) === promptId) {
    if (phase === "open") return { taken: "open" };
    const late = closedAt === undefined ? Number.POSITIVE_INFINITY : now - closedAt;
    // A clock that was set back takes nobody's grace away.
    if (phase === "closed" && session.grace > 0 && late <= session.grace * second) return { taken: "late" };
  }
  return { taken: null, code: "prompt_not_open" };
}
