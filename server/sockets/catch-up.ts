import { codeOf } from "@/db/startup-error";
import type { SessionId } from "@/protocol/ids";
import { log } from "@/server/log";

type Stand = { id: SessionId; rev: number; endsAt: number | null };

type Parts = {
  /** The sessions that have sockets on this node. */
  sessionsHere: () => SessionId[];
  /** Where they stand in the database. */
  stands: (ids: SessionId[]) => Promise<Stand[]>;
  /** Whether what other nodes say may not arrive. */
  deaf: () => boolean;
  arm: (id: SessionId, endsAt: number | null) => void;
  /** Tells this node's sockets the newest views. */
  tellViews: (id: SessionId) => Promise<void>;
  /** Tells this node's sockets what is told between views. */
  tellCounts: (id: SessionId) => Promise<void>;
  /** Closes this node's consoles whose sign-in has ended. */
  endSignIns: () => Promise<void>;
};

const everyMs = 1000;

/**
 * The database is ahead of what the sockets of this node were told: a message was lost, a node
 * died between its commit and its telling. A look at the revisions each second notices, and what
 * was missed is told from the database. Every node also arms every deadline that it sees there, so
 * that none depends on the node where it was set.
 */
export function createCatchUp(parts: Parts) {
  /** The newest revision that all sockets of this node have been told. */
  const told = new Map<SessionId, number>();
  /** Seen to be behind at the last look. Most are only on their way. */
  let behind = new Set<SessionId>();
  let missed = false;
  let looking: Promise<void> | undefined;

  const look = async (again: boolean) => {
    const here = parts.sessionsHere();
    const left = new Set(told.keys());
    for (const id of here) left.delete(id);
    for (const id of left) told.delete(id);
    if (here.length === 0) return;

    const unsure = again || parts.deaf();
    const stands = await parts.stands(here);
    const late = stands.filter(({ id, rev }) => rev > (told.get(id) ?? -1));
    // What was told while this was read may have set another deadline.
    for (const { id, rev, endsAt } of stands) if (rev >= (told.get(id) ?? -1)) parts.arm(id, endsAt);
    // One session that cannot be told keeps no other from being told.
    const failures: unknown[] = [];
    const tryTo = (work: Promise<void>) => work.catch((error: unknown) => failures.push(error));
    for (const { id } of late) if (unsure || behind.has(id)) await tryTo(parts.tellViews(id));
    behind = new Set(late.map(({ id }) => id));
    if (unsure) {
      for (const id of here) await tryTo(parts.tellCounts(id));
      await tryTo(parts.endSignIns());
    }
    if (failures.length > 0) throw failures[0];
  };

  /** What is missed while it looks is left to the next look, and so is all of one that failed. */
  const lookOnce = async () => {
    const again = missed;
    missed = false;
    try {
      await look(again);
    } catch (error) {
      missed ||= again;
      // The database is away, which whoever asks it for something says loud enough.
      log.debug("could not look for what was missed", { code: codeOf(error) });
    }
  };

  const timer = setInterval(() => {
    // One look at a time: a database that is slow is not asked more for it.
    looking ??= lookOnce().finally(() => {
      looking = undefined;
    });
  }, everyMs);

  return {
    /** Everybody on this node has been told this revision. */
    told: (id: SessionId, rev: number) => {
      if ((told.get(id) ?? -1) < rev) told.set(id, rev);
    },
    /** One socket came and was told this revision; it may have missed what others were told meanwhile. */
    greeted: (id: SessionId, rev: number) => {
      told.set(id, Math.min(told.get(id) ?? rev, rev));
    },
    /** Anything may have been missed: all of it is told again. */
    missed: () => {
      missed = true;
      told.clear();
    },
    stop: async () => {
      clearInterval(timer);
      await looking;
    },
  };
}
