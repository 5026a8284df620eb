import { setTimeout as wait } from "node:timers/promises";
import { endedSessionByCode, liveSessionByCode } from "@/db/stores/sessions";
import type { SessionId } from "@/protocol/ids";
import { parseCode, signTicket } from "@/server/auth/links";
import { createThrottle } from "@/server/auth/throttle";
import type { Context } from "@/server/context";
import type { Queries } from "@/server/queries";
import { createLine } from "@/server/queries/line";

type Parts = Pick<Context, "db" | "config" | "secrets" | "now" | "views" | "presence">;

const slowMs = 500;
const mostSlow = 40; // that many more are answered within 20 seconds, before a browser or proxy gives up

/**
 * Lets a phone in by its code. Only failed tries count, and they count per
 * address: a whole class sits behind one (R4). 30 at once, then one in 2 seconds.
 * Beyond that each try of the address waits before it is even looked up.
 */
export function createJoining(
  parts: Parts,
  pause: (ms: number) => Promise<unknown> = (ms) => wait(ms, undefined, { ref: false }),
): Queries["join"] {
  const failures = createThrottle({ now: parts.now, burst: 30, everyMs: 2000 });
  const line = createLine();

  /** One at a time, so that tries sent together cannot all pass before the first one counts. */
  const find = (code: ReturnType<typeof parseCode>, address: string) =>
    line.stand<{ id: SessionId } | "unknown" | "throttled">(address, async (behind) => {
      if (!failures.allows(address)) {
        if (behind >= mostSlow) return "throttled";
        await pause(slowMs);
      }
      const found = code && (await liveSessionByCode(parts.db, code));
      return found || (failures.take(address) ? "unknown" : "throttled");
    });

  return async (typed, { address }, language) => {
    const code = parseCode(typed);
    const most = failures.allows(address) ? Math.max(parts.config.maxPhones, mostSlow) : mostSlow;
    if (line.length(address) >= most) return { outcome: "throttled" };
    const found = await find(code, address);
    if (found === "throttled") return { outcome: "throttled" };
    if (found === "unknown") {
      const ended = code && (await endedSessionByCode(parts.db, code));
      return ended
        ? { outcome: "ended", view: await parts.views.phone(ended.id, language) }
        : { outcome: "unknown" };
    }
    if (parts.presence.phones(found.id) >= parts.config.maxPhones) return { outcome: "full" };
    const view = await parts.views.phone(found.id, language);
    return {
      outcome: "in",
      sessionId: found.id,
      ticket: signTicket(parts.secrets, found.id, parts.now()),
      view,
    };
  };
}
