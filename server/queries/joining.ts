import { endedSessionByCode, liveSessionByCode } from "@/db/stores/sessions";
import { parseCode, signTicket } from "@/server/auth/links";
import { createThrottle } from "@/server/auth/throttle";
import type { Context } from "@/server/context";
import type { Queries } from "@/server/queries";

type Parts = Pick<Context, "db" | "config" | "secrets" | "now" | "views" | "presence">;

/**
 * Lets a phone in by its code. Only failed tries count, and they count per
 * address: a whole class sits behind one (R4). 30 at once, then one in 2 seconds.
 */
export function createJoining(parts: Parts): Queries["join"] {
  const failures = createThrottle({ now: parts.now, burst: 30, everyMs: 2000 });

  return async (typed, { address }) => {
    const code = parseCode(typed);
    const found = code && (await liveSessionByCode(parts.db, code));
    if (found) {
      if (parts.presence.phones(found.id) >= parts.config.maxPhones) return { outcome: "full" };
      const view = await parts.views.phone(found.id);
      const ticket = signTicket(parts.secrets, found.id, parts.now());
      return { outcome: "in", sessionId: found.id, ticket, view };
    }
    if (!failures.take(address)) return { outcome: "throttled" };
    const ended = code && (await endedSessionByCode(parts.db, code));
    return ended ? { outcome: "ended", view: await parts.views.phone(ended.id) } : { outcome: "unknown" };
  };
}
