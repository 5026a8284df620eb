import type { SessionId } from "@/protocol/ids";

/** One deadline per session. Deadlines are stored with the session; what is here can be lost and armed again. */
export type Timers = {
  arm: (id: SessionId, endsAt: number | null) => void;
  stop: () => void;
};

// setTimeout runs at once beyond this many ms; it is armed again on the way.
const longest = 2 ** 31 - 1;

const retryAfterMs = 1000;

/** `fire` answers whether it is done; if not (the database is away) it is called again a second later. */
export function createTimers(
  now: () => number,
  fire: (id: SessionId, endsAt: number) => Promise<boolean>,
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
    wait(id, endsAt, Math.min(Math.max(0, endsAt - now()), longest));
  };

  const wait = (id: SessionId, endsAt: number, ms: number) => {
    armed.set(id, { endsAt, timeout: setTimeout(() => void ring(id, endsAt), ms) });
  };

  const ring = async (id: SessionId, endsAt: number) => {
    if (endsAt > now()) return wait(id, endsAt, Math.min(endsAt - now(), longest));
    const done = await fire(id, endsAt);
    // Armed anew, or disarmed, while it rang: that stands.
    if (armed.get(id)?.endsAt !== endsAt) return;
    if (done) armed.delete(id);
    else wait(id, endsAt, retryAfterMs);
  };

  return {
    arm,
    stop: () => {
      for (const { timeout } of armed.values()) clearTimeout(timeout);
      armed.clear();
    },
  };
}
