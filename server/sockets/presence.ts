import type { ActorOf } from "@/protocol/actors";
import type { SessionId } from "@/protocol/ids";
import type { Presence } from "@/server/context";
import { createHeadCount, type HeadCount, type Heads } from "@/server/sockets/head-count";

type Someone = ActorOf<"phone" | "screen" | "console">;

/** What one node has of one session: how many sockets each phone holds there, and how many show or run it. */
export type Crowd = { phones: Record<string, number>; screens: number; consoles: number };

export type Crowds = Partial<Record<SessionId, Crowd>>;

/**
 * Who is connected, per session: to this node, and as other nodes tell to them.
 * A phone with two sockets is one phone, wherever they are.
 */
export type PresenceBook = Presence & {
  screens: (id: SessionId) => number;
  /** Calls back when the first console comes, and when the last one stays away. */
  onFacilitator: (listener: (id: SessionId, here: boolean) => void) => void;
  /** Calls back whenever a count may have changed, here or elsewhere. */
  onCount: (listener: (id: SessionId) => void) => void;
  stop: () => void;
  enter: (someone: Someone) => void;
  leave: (someone: Someone) => void;
  /** How many sockets this phone holds. */
  sockets: (id: SessionId, attendance: string) => number;
  /** Whether this phone has another socket already. */
  knows: (id: SessionId, attendance: string) => boolean;

  /** The sessions that have sockets on this node. */
  sessionsHere: () => SessionId[];
  /** What this node has of a session; of these phones alone, those that left with 0, when they are named. */
  crowdHere: (id: SessionId, phones?: Iterable<string>) => Crowd;
  /** Calls back when a crowd of this node changes; of phones with the name that other nodes hear. */
  onOwn: (listener: (id: SessionId, phone: string | undefined) => void) => void;
  /** Another node has this now; of a session that it names only the phones that changed. */
  heard: (node: string, changes: Crowds) => void;
  /** Another node has this and nothing else; it may be nothing at all. */
  heardAll: (node: string, crowds: Crowds) => void;
};

type Parts = {
  graceMs: number;
  /** The name that other nodes hear of a phone: never its token. */
  nameOf?: (id: SessionId, attendance: string) => string;
};

/**
 * A console that reloads is back within seconds, and so is one whose server has
 * just started: for `graceMs` it counts as here, so that the room is not alarmed.
 */
export function createPresence({ graceMs, nameOf = (_id, attendance) => attendance }: Parts): PresenceBook {
  const started = performance.now();
  const expected = new Map<SessionId, NodeJS.Timeout>();
  let stopped = false;
  let tell: (id: SessionId, here: boolean) => void = () => undefined;
  let counted: (id: SessionId) => void = () => undefined;
  let changed: (id: SessionId, phone: string | undefined) => void = () => undefined;

  const own = createHeadCount();
  const others = new Map<string, HeadCount>();
  const everyone = createHeadCount();

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

  /** Changes who is there, then says what that means for the room. */
  const change = (id: SessionId, by: () => void) => {
    const before = everyone.at(id).consoles;
    by();
    const after = everyone.at(id).consoles;
    if (before === 0 && after > 0) arrived(id);
    if (before > 0 && after === 0) expect(id);
    counted(id);
  };

  const count = (someone: Someone, by: 1 | -1) => {
    const id = someone.sessionId;
    const phone = someone.kind === "phone" ? nameOf(id, someone.attendance) : undefined;
    change(id, () => {
      for (const book of [own, everyone])
        if (phone !== undefined) book.addPhone(id, phone, by);
        else book.add(id, someone.kind === "screen" ? "screens" : "consoles", by);
    });
    changed(id, phone);
  };

  const heard = (node: string, changes: Crowds) => {
    const book = others.get(node) ?? createHeadCount();
    others.set(node, book);
    for (const [id, crowd] of Object.entries(changes) as [SessionId, Crowd][])
      change(id, () => move([book, everyone], id, book.at(id), crowd));
  };

  return {
    onFacilitator: (listener) => {
      tell = listener;
    },
    onCount: (listener) => {
      counted = listener;
    },
    stop: () => {
      stopped = true;
      for (const timeout of expected.values()) clearTimeout(timeout);
      expected.clear();
    },
    phones: (id) => everyone.at(id).phones.size,
    screens: (id) => everyone.at(id).screens,
    facilitatorHere: (id) => everyone.at(id).consoles > 0 || expected.has(id),
    enter: (someone) => {
      const id = someone.sessionId;
      count(someone, 1);
      const missing = everyone.at(id).consoles === 0 && !expected.has(id);
      if (missing && performance.now() - started < graceMs) expect(id);
    },
    leave: (someone) => count(someone, -1),
    sockets: (id, attendance) => everyone.at(id).phones.get(nameOf(id, attendance)) ?? 0,
    knows: (id, attendance) => everyone.at(id).phones.has(nameOf(id, attendance)),

    sessionsHere: own.sessions,
    crowdHere: (id, phones) => {
      const heads = own.at(id);
      const named = phones ?? heads.phones.keys();
      return { ...heads, phones: Object.fromEntries([...named].map((one) => [one, socketsOf(heads, one)])) };
    },
    onOwn: (listener) => {
      changed = listener;
    },
    heard,
    heardAll: (node, crowds) => {
      const book = others.get(node);
      // Said as one change each: who stays must not seem to have gone in between.
      const gone = (book?.sessions() ?? []).map((id) => {
        const phones = [...(book?.at(id).phones.keys() ?? [])].map((phone) => [phone, 0]);
        const crowd = crowds[id] ?? { screens: 0, consoles: 0 };
        return [id, { ...crowd, phones: { ...Object.fromEntries(phones), ...crowds[id]?.phones } }];
      });
      heard(node, { ...crowds, ...Object.fromEntries(gone) });
      if (book?.sessions().length === 0) others.delete(node);
    },
  };
}

const socketsOf = (heads: Heads, phone: string) => heads.phones.get(phone) ?? 0;

/** Adds the difference between what a node had and what it has now. */
function move(books: HeadCount[], id: SessionId, had: Heads, has: Crowd): void {
  const screens = has.screens - had.screens;
  const consoles = has.consoles - had.consoles;
  const phones = Object.entries(has.phones).map(
    ([phone, sockets]) => [phone, sockets - socketsOf(had, phone)] as const,
  );
  for (const book of books) {
    book.add(id, "screens", screens);
    book.add(id, "consoles", consoles);
    for (const [phone, by] of phones) book.addPhone(id, phone, by);
  }
}
