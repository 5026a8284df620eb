import type { SessionId } from "@/protocol/ids";

/** One deadline per session. Deadlines are stored with the session; what is here can be lost and armed again. */
export type Timers = {
  arm: (id: SessionId, endsAt: number | null) => void;
  stop: () => void;
};

// setTimeout runs at once beyond this many ms; it is armed again on the way.
const longest = 2 ** 31 - 1;

const retryAfterMs = 1000;

/**
 * Waits for what was left of a deadline when it was armed: a clock that is set back or forward
 * meanwhile makes nothing longer or shorter. `fire` answers whether it is done; if not (the
 * database is away) it is called again a second later. `passed` is in ms and only goes forward.
 */
export function createTimers(
  now: () => number,
  fire: (id: SessionId, endsAt: number) => Promise<boolean>,
  passed: () => number = () => performance.now(),
): Timers {
  const armed = new Map<SessionId, { endsAt: number; timeout: NodeJS.Timeout }>();

  const disarm = (id: SessionId) => {
    clearTimeout(armed.get(id)?.timeout);
    armed.delete(id);
  };

  const arm = (id: SessionId, endsAt: number | null) => {
    if (armed.get(id)?.endsAt === endsAt) return;
    disarm(id);
    if (endsAt === null) return;
    waitUntil(id, endsAt, passed() + Math.max(0, endsAt - now()));
  };

  const waitUntil = (id: SessionId, endsAt: number, due: number) => {
    const ms = Math.min(Math.max(0, due - passed()), longest);
    armed.set(id, { endsAt, timeout: setTimeout(() => void ring(id, endsAt, due), ms) });
  };

  const ring = async (id: SessionId, endsAt: number, due: number) => {
    if (due > passed()) return waitUntil(id, endsAt, due);
    const done = await fire(id, endsAt);
    // Armed anew, or disarmed, while it rang: that stands.
    if (armed.get(id)?.endsAt !== endsAt) return;
    if (done) armed.delete(id);
    else waitUntil(id, endsAt, passed() + retryAfterMs);
  };

  return {
    arm,
    stop: () => {
      for (const { timeout } of armed.values()) clearTimeout(timeout);
      armed.clear();
    },
  };
}
