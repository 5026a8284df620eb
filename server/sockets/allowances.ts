import type { ActorOf } from "@/protocol/actors";
import type { SessionId } from "@/protocol/ids";
import { type Allowance, createAllowance } from "@/server/sockets/allowance";

type Someone = ActorOf<"phone" | "screen" | "console">;

/**
 * What each phone may send, kept while its session goes on: a phone that comes
 * back is the same voice, with what is left of its tries. How many phones a
 * session ever has is bounded, so a page that invents one after the other comes to an end.
 */
export type Allowances = {
  /** Whether this phone is one of the session's, or may become one. */
  admits: (id: SessionId, attendance: string) => boolean;
  of: (someone: Someone) => Allowance;
  /** How many phones are remembered. */
  size: () => number;
};

/** A join ticket is good for 24 hours; nobody comes back later than that. */
const forgottenAfterMs = 25 * 60 * 60 * 1000;

type Known = { phones: Map<string, Allowance>; at: number };
type Given = { phones: number; now?: () => number };

export function createAllowances({ phones, now = () => performance.now() }: Given): Allowances {
  // Those who left quickly, or whose phone forgot everything, come again as others.
  const most = 2 * phones + 100;
  const sessions = new Map<SessionId, Known>();

  const known = (id: SessionId): Known => {
    const found = sessions.get(id);
    if (found) return found;
    for (const [old, { at }] of sessions) if (now() - at > forgottenAfterMs) sessions.delete(old);
    const made = { phones: new Map<string, Allowance>(), at: now() };
    sessions.set(id, made);
    return made;
  };

  return {
    admits: (id, attendance) => {
      const book = sessions.get(id)?.phones;
      return !book || book.size < most || book.has(attendance);
    },
    of: (someone) => {
      if (someone.kind !== "phone") return createAllowance(someone.kind, now);
      const session = known(someone.sessionId);
      session.at = now();
      const allowance = session.phones.get(someone.attendance) ?? createAllowance("phone", now);
      session.phones.set(someone.attendance, allowance);
      return allowance;
    },
    size: () => [...sessions.values()].reduce((sum, { phones }) => sum + phones.size, 0),
  };
}
