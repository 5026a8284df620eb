import type { ActorOf } from "@/protocol/actors";
import type { SessionId } from "@/protocol/ids";
import type { Presence } from "@/server/context";

type Someone = ActorOf<"phone" | "screen" | "console">;
type Here = { phones: Map<string, number>; screens: number; consoles: number };

/** Who is connected to this process, per session. A phone with two sockets is one phone. */
export type PresenceBook = Presence & {
  screens: (id: SessionId) => number;
  /** Calls back when the first console comes, and when the last one stays away. */
  onFacilitator: (listener: (id: SessionId, here: boolean) => void) => void;
  stop: () => void;
  enter: (someone: Someone) => void;
  leave: (someone: Someone) => void;
  /** How many sockets this phone holds. */
  sockets: (id: SessionId, attendance: string) => number;
  /** Whether this phone has another socket here already. */
  knows: (id: SessionId, attendance: string) => boolean;
};

/**
 * A console that reloads is back within seconds, and so is one whose server has
 * just started: for `graceMs` it counts as here, so that the room is not alarmed.
 */
export function createPresence({ graceMs }: { graceMs: number }): PresenceBook {
  const started = performance.now();
  const expected = new Map<SessionId, NodeJS.Timeout>();
  let stopped = false;
  let tell: (id: SessionId, here: boolean) => void = () => undefined;
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

  const expect = (id: SessionId) => {
    if (stopped) return;
    if (graceMs === 0) return tell(id, false);
    const timeout = setTimeout(() => {
      expected.delete(id);
      tell(id, false);
    }, graceMs);
    expected.set(id, timeout);
  };

  const arrived = (id: SessionId) => {
    clearTimeout(expected.get(id));
    expected.delete(id);
    tell(id, true);
  };

  return {
    onFacilitator: (listener) => {
      tell = listener;
    },
    stop: () => {
      stopped = true;
      for (const timeout of expected.values()) clearTimeout(timeout);
      expected.clear();
    },
    phones: (id) => at(id).phones.size,
    screens: (id) => at(id).screens,
    facilitatorHere: (id) => at(id).consoles > 0 || expected.has(id),
    enter: (someone) => {
      const id = someone.sessionId;
      const alone = at(id).consoles === 0;
      count(someone, 1);
      if (!alone) return;
      if (someone.kind === "console") arrived(id);
      else if (!expected.has(id) && performance.now() - started < graceMs) expect(id);
    },
    leave: (someone) => {
      count(someone, -1);
      if (someone.kind === "console" && at(someone.sessionId).consoles === 0) expect(someone.sessionId);
    },
    sockets: (id, attendance) => at(id).phones.get(attendance) ?? 0,
    knows: (id, attendance) => at(id).phones.has(attendance),
  };
}
