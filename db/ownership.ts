import { setTimeout as wait } from "node:timers/promises";
import postgres, { type ReservedSql } from "postgres";
import { connectionOptions } from "@/db/connect";

/** The right to be the one Attune on a database; it dies with the process that holds it. */
export type Ownership = { release: () => Promise<void> };

// Two fixed numbers that nothing else on the server uses.
const lock = [1_635_021_941, 1] as const;

/**
 * Takes the database for this process, by an advisory lock on a connection of
 * its own: no file to go stale, no process number to be mistaken. Undefined
 * when another process has it. A lost connection is taken up again; `onLost` is
 * called when another process was faster.
 */
export async function takeOwnership(
  url: string,
  { patienceMs, onLost }: { patienceMs: number; onLost?: () => void },
): Promise<Ownership | undefined> {
  let released = false;
  let held = await hold(url, patienceMs);
  if (!held) return undefined;

  const keep = async () => {
    while (!released) {
      await held?.lost;
      if (released) return;
      const again = await hold(url, 0).catch(() => "away" as const);
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

type Held = { lost: Promise<void>; end: () => Promise<void> };

/** A client per attempt: one that lost its connection between two queries answers nothing any more. */
async function hold(url: string, patienceMs: number): Promise<Held | undefined> {
  let close: () => void = () => undefined;
  const lost = new Promise<void>((resolve) => {
    close = resolve;
  });
  const sql = postgres(url, { ...connectionOptions, max: 1, max_lifetime: null, onclose: () => close() });
  const end = () => sql.end({ timeout: 1 });
  try {
    const taken = await Promise.race([take(await sql.reserve(), patienceMs), lost]);
    if (taken === undefined) throw new Error("the connection was closed");
    if (taken) return { lost, end };
  } catch (error) {
    await end();
    throw error;
  }
  await end();
  return undefined;
}

async function take(connection: ReservedSql, patienceMs: number): Promise<boolean> {
  const until = Date.now() + patienceMs;
  // A machine that lost its power says no goodbye: the server should notice within half a minute.
  await connection`
    select set_config('tcp_keepalives_idle', '10', false), set_config('tcp_keepalives_interval', '5', false),
      set_config('tcp_keepalives_count', '3', false)`;
  for (;;) {
    const [row] = await connection<
      { taken: boolean }[]
    >`select pg_try_advisory_lock(${lock[0]}::int, ${lock[1]}::int) as taken`;
    if (row?.taken) return true;
    if (Date.now() >= until) return false;
    await wait(50);
  }
}
