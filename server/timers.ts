import type { SessionId } from "@/protocol/ids";

/** One deadline per session. Deadlines are stored with the session; what is here can be lost and armed again. */
export type Timers = {
  arm: (id: SessionId, endsAt: number | null) => void;
  stop: () => void;
};

// setTimeout runs at once beyond this many ms; it is armed again on the way.
const longest = 2 ** 31 - 1;

export function createTimers(now: () => number, fire: (id: SessionId, endsAt: number) => void): Timers {
  const armed = new Map<SessionId, { endsAt: number; timeout: NodeJS.Timeout }>();

  const disarm = (id: SessionId) => {
    clearTimeout(armed.get(id)?.timeout);
    armed.delete(id);
  };

  const arm = (id: SessionId, endsAt: number | null) => {
    if (armed.get(id)?.endsAt === endsAt) return;
    disarm(id);
    if (endsAt === null) return;
    const wait = Math.min(Math.max(0, endsAt - now()), longest);
    const timeout = setTimeout(() => {
      disarm(id);
      if (endsAt > now()) arm(id, endsAt);
      else fire(id, endsAt);
    }, wait);
    armed.set(id, { endsAt, timeout });
  };

  return {
    arm,
    stop: () => {
      for (const { timeout } of armed.values()) clearTimeout(timeout);
      armed.clear();
    },
  };
}
