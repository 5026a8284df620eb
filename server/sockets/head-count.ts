import type { SessionId } from "@/protocol/ids";

/** Who of a session is connected: the sockets of each phone, and those of screens and consoles. */
export type Heads = { phones: Map<string, number>; screens: number; consoles: number };

/** Heads per session. A session without any is not in it. */
export type HeadCount = ReturnType<typeof createHeadCount>;

export function createHeadCount() {
  const sessions = new Map<SessionId, Heads>();
  const at = (id: SessionId): Heads => sessions.get(id) ?? { phones: new Map(), screens: 0, consoles: 0 };

  const settle = (id: SessionId, heads: Heads) => {
    if (heads.phones.size === 0 && heads.screens <= 0 && heads.consoles <= 0) sessions.delete(id);
    else sessions.set(id, heads);
  };

  return {
    at,
    sessions: () => [...sessions.keys()],
    /** Adds so many sockets of a kind; a phone is named. */
    add: (id: SessionId, kind: "screens" | "consoles", by: number) => {
      const heads = at(id);
      heads[kind] += by;
      settle(id, heads);
    },
    addPhone: (id: SessionId, phone: string, by: number) => {
      const heads = at(id);
      const sockets = (heads.phones.get(phone) ?? 0) + by;
      if (sockets > 0) heads.phones.set(phone, sockets);
      else heads.phones.delete(phone);
      settle(id, heads);
    },
  };
}
