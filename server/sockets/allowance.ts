import type { ActorKind } from "@/protocol/actors";
import type { ErrorCode } from "@/protocol/errors";
import { limits } from "@/protocol/limits";
import { createThrottle } from "@/server/auth/throttle";

/** Why this command is not even tried, or undefined. */
export type Allowance = (name: string, input: unknown) => ErrorCode | undefined;

/** How many sockets one phone may hold: those of a few tabs, and of a line that it has lost unnoticed. */
export const socketsPerPhone = 5;

/**
 * What one socket may send, known in memory only and forgotten with the socket.
 * Never counted by address: a whole class sits behind one. The clock only goes forward.
 */
export function createAllowance(kind: ActorKind, now: () => number = () => performance.now()): Allowance {
  const pace = kind === "console" ? { burst: 60, everyMs: 50 } : { burst: 30, everyMs: 200 };
  const commands = createThrottle({ now, ...pace });
  // A person has a few questions, and votes a few times a minute.
  const asked = createThrottle({ now, burst: 5, everyMs: 20_000 });
  const tokens = new Map<string, string>();

  return (name, input) => {
    if (!commands.take("")) return "too_many_tries";
    if (name === "question:ask" && !asked.take("")) return "too_many_tries";
    return isOneVoice(tokens, name, input) ? undefined : "not_allowed";
  };
}

/** What a token of this command is for: the field that names it, or the command itself. */
const purposes: Record<string, { about: string; field?: string }> = {
  "response:submit": { about: "prompt", field: "promptId" },
  "question:ask": { about: "question", field: "id" },
  "question:vote": { about: "question", field: "id" },
  "question:withdraw": { about: "question", field: "id" },
  "pulse:send": { about: "pulse" },
};
const mostTokens = limits.slides * 2 + limits.questions * 2;

/** A phone has one token per prompt and per question: a second one would be a second participant, made up for the guard. */
function isOneVoice(tokens: Map<string, string>, name: string, input: unknown): boolean {
  const purpose = Object.hasOwn(purposes, name) ? purposes[name] : undefined;
  if (!purpose) return true;
  const sent = (input ?? {}) as Record<string, unknown>;
  const { token } = sent;
  const named = purpose.field === undefined ? "" : sent[purpose.field];
  // What fits no schema is left to the schema to say.
  if (typeof named !== "string" || typeof token !== "string" || !/^[0-9a-f]{64}$/.test(token)) return true;
  const key = `${purpose.about} ${named}`;
  const known = tokens.get(key);
  if (known !== undefined) return known === token;
  if (named.length > 100 || tokens.size >= mostTokens) return false;
  tokens.set(key, token);
  return true;
}
