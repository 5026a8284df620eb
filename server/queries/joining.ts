import { endedSessionByCode, liveSessionByCode } from "@/db/stores/sessions";
import { createCodeTries } from "@/server/auth/code-tries";
import { parseCode, signTicket } from "@/server/auth/links";
import type { Context } from "@/server/context";
import type { Queries } from "@/server/queries";

type Parts = Pick<Context, "db" | "config" | "secrets" | "now" | "views" | "presence">;

/** Lets a phone in by its code; whoever guesses is slowed down (R4, R66). */
export function createJoining(parts: Parts, pause?: (ms: number) => Promise<unknown>): Queries["join"] {
  const tries = createCodeTries({
    now: parts.now,
    phones: parts.config.maxPhones,
    ...(pause && { pause }),
  });

  return async (typed, { address }, language) => {
    const code = parseCode(typed);
    const found = await tries.run(address, async () => code && liveSessionByCode(parts.db, code));
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
