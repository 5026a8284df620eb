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
  const tokens = new Map<string, string>();

  return (name, input) => {
    if (!commands.take("")) return "too_many_tries";
    return name === "response:submit" && !isOneVoice(tokens, input) ? "not_allowed" : undefined;
  };
}

/** A phone has one token per prompt: a second one would be a second participant, made up for the guard. */
function isOneVoice(tokens: Map<string, string>, input: unknown): boolean {
  const { slideId, token } = (input ?? {}) as { slideId?: unknown; token?: unknown };
  // What is no response is left to the schema to say.
  if (typeof slideId !== "string" || typeof token !== "string" || !/^[0-9a-f]{64}$/.test(token)) return true;
  const known = tokens.get(slideId);
  if (known !== undefined) return known === token;
  if (slideId.length > 100 || tokens.size >= limits.slides) return false;
  tokens.set(slideId, token);
  return true;
}
