import type { ActorOf } from "@/protocol/actors";
import type { SessionId } from "@/protocol/ids";
import type { Presence } from "@/server/context";

type Someone = ActorOf<"phone" | "screen" | "console">;
type Here = { phones: Map<string, number>; screens: number; consoles: number };

/** Who is connected to this process, per session. A phone with two sockets is one phone. */
export type PresenceBook = Presence & {
  screens: (id: SessionId) => number;
  enter: (someone: Someone) => void;
  leave: (someone: Someone) => void;
  /** Whether this phone has another socket here already. */
  knows: (id: SessionId, attendance: string) => boolean;
};

export function createPresence(): PresenceBook {
  const sessions = new Map<SessionId, Here>();
  const at = (id: SessionId): Here => sessions.get(id) ?? { phones: new Map(), screens: 0, consoles: 0 };

  const count = (someone: Someone, by: 1 | -1) => {
    const here = at(someone.sessionId);
    if (someone.kind === "screen") here.screens += by;
    else if (someone.kind === "console") here.consoles += by;
    else {
      const sockets = (here.phones.get(someone.attendance) ?? 0) + by;
      if (sockets > 0) here.phones.set(someone.attendance, sockets);
      else here.phones.delete(someone.attendance);
    }
    const empty = here.phones.size === 0 && here.screens <= 0 && here.consoles <= 0;
    if (empty) sessions.delete(someone.sessionId);
    else sessions.set(someone.sessionId, here);
  };

  return {
    phones: (id) => at(id).phones.size,
    screens: (id) => at(id).screens,
    facilitatorHere: (id) => at(id).consoles > 0,
    enter: (someone) => count(someone, 1),
    leave: (someone) => count(someone, -1),
    knows: (id, attendance) => at(id).phones.has(attendance),
  };
}
