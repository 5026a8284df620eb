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
  let held = false;
  const sql = postgres(url, {
    ...connectionOptions,
    max: 1,
    max_lifetime: null,
    onclose: () => {
      if (released || !held) return;
      held = false;
      void regain();
    },
  });

  const take = async (patience: number): Promise<boolean> => {
    const until = Date.now() + patience;
    const connection = await sql.reserve();
    do {
      if (await tryLock(connection)) {
        held = true;
        return true;
      }
      await wait(50);
    } while (Date.now() < until);
    connection.release();
    return false;
  };

  const regain = async () => {
    while (!released && !held) {
      const taken = await take(0).catch(() => undefined);
      if (taken === false) onLost?.();
      if (taken !== undefined) return;
      await wait(500);
    }
  };

  const release = async () => {
    released = true;
    await sql.end({ timeout: 1 });
  };

  try {
    if (await take(patienceMs)) return { release };
  } catch (error) {
    await release();
    throw error;
  }
  await release();
  return undefined;
}

async function tryLock(connection: ReservedSql): Promise<boolean> {
  // A machine that lost its power says no goodbye: the server should notice within half a minute.
  await connection`
    select set_config('tcp_keepalives_idle', '10', false), set_config('tcp_keepalives_interval', '5', false),
      set_config('tcp_keepalives_count', '3', false)`;
  const [row] = await connection<
    { taken: boolean }[]
  >`select pg_try_advisory_lock(${lock[0]}::int, ${lock[1]}::int) as taken`;
  return row?.taken === true;
}
