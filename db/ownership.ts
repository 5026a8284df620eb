import { setTimeout as wait } from "node:timers/promises";
import { sql } from "drizzle-orm";
import postgres, { type ReservedSql } from "postgres";
import type { Db } from "@/db/client";
import { connectionOptions } from "@/db/connect";

/** The right to use a database, alone or together with other nodes; it dies with the process that holds it. */
export type Ownership = { release: () => Promise<void> };

/** Several nodes that hear each other share a database; a process that hears nobody has it alone. */
export type Claim = "alone" | "shared";

// Two fixed numbers that nothing else on the server uses.
const lock = [1_635_021_941, 1] as const;

/**
 * Takes the database for this process, by an advisory lock on a connection of
 * its own: no file to go stale, no process number to be mistaken. Undefined
 * when it is taken in a way that does not go with this claim. A lost connection
 * is taken up again; `onLost` is called when such another was faster.
 */
export async function takeOwnership(
  url: string,
  { claim = "alone", patienceMs, onLost }: { claim?: Claim; patienceMs: number; onLost?: () => void },
): Promise<Ownership | undefined> {
  let released = false;
  let held = await hold(url, claim, patienceMs);
  if (!held) return undefined;

  const keep = async () => {
    while (!released) {
      await held?.lost;
      if (released) return;
      const again = await hold(url, claim, 0).catch(() => "away" as const);
      if (again === "away") await wait(500);
      else if (again) held = again;
      else return onLost?.();
      if (released) await held?.end();
    }
  };
  void keep();

  return {
    release: async () => {
      released = true;
      await held?.end();
    },
  };
}

/** How many processes hold the database of this connection, this one included. */
export async function countOwners(db: Db): Promise<number> {
  const [row] = await db.execute<{ owners: number }>(sql`
    select count(*)::int as owners from pg_locks
    where locktype = 'advisory' and classid = ${lock[0]} and objid = ${lock[1]} and granted
      and database = (select oid from pg_database where datname = current_database())`);
  return row?.owners ?? 0;
}

type Held = { lost: Promise<void>; end: () => Promise<void> };

/** A client per attempt: one that lost its connection between two queries answers nothing any more. */
async function hold(url: string, claim: Claim, patienceMs: number): Promise<Held | undefined> {
  let close: () => void = () => undefined;
  const lost = new Promise<void>((resolve) => {
    close = resolve;
  });
  const client = postgres(url, { ...connectionOptions, max: 1, max_lifetime: null, onclose: () => close() });
  const end = () => client.end({ timeout: 1 });
  try {
    const taken = await Promise.race([take(await client.reserve(), claim, patienceMs), lost]);
    if (taken === undefined) throw new Error("the connection was closed");
    if (taken) return { lost, end };
  } catch (error) {
    await end();
    throw error;
  }
  await end();
  return undefined;
}

type Taken = { taken: boolean }[];

async function take(connection: ReservedSql, claim: Claim, patienceMs: number): Promise<boolean> {
  const until = Date.now() + patienceMs;
  // A machine that lost its power says no goodbye: the server should notice within half a minute.
  await connection`
    select set_config('tcp_keepalives_idle', '10', false), set_config('tcp_keepalives_interval', '5', false),
      set_config('tcp_keepalives_count', '3', false)`;
  for (;;) {
    const [row] =
      claim === "alone"
        ? await connection<Taken>`select pg_try_advisory_lock(${lock[0]}::int, ${lock[1]}::int) as taken`
        : await connection<Taken>`select pg_try_advisory_lock_shared(${lock[0]}::int, ${lock[1]}::int) as taken`;
    if (row?.taken) return true;
    if (Date.now() >= until) return false;
    await wait(50);
  }
}
