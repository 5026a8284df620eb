import { access, constants, mkdir } from "node:fs/promises";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { type Account, postgresAccount } from "@/db/embedded/account";
import { type Binaries, findBinaries } from "@/db/embedded/binaries";
import { type Cluster, openCluster, user } from "@/db/embedded/cluster";
import { dataArgument, type Launched, launch } from "@/db/embedded/launch";
import { findPostmaster, type Postmaster, removeStaleLock, stopPostmaster } from "@/db/embedded/postmaster";
import { supervise } from "@/db/embedded/supervise";
import { takeOwnership } from "@/db/ownership";
import { fileTrouble, StartupError } from "@/db/startup-error";

export type EmbeddedServer = {
  url: string;
  /** Fast shutdown: what is committed is safe, and the next start needs no recovery. */
  stop: () => Promise<void>;
  /** At once; the next start recovers. */
  abort: () => void;
};

/** Starts Attune's own PostgreSQL on `<data>/postgres`. `onTrouble` hears of a server that died and was started again. */
export async function startEmbedded(
  data: string,
  onTrouble: (sentence: string) => void,
): Promise<EmbeddedServer> {
  const directory = resolve(data, "postgres");
  try {
    await mkdir(data, { recursive: true, mode: 0o700 });
    await access(data, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new StartupError(`Attune cannot keep its data in ${data}: ${fileTrouble(error)}.`);
  }
  const account = await postgresAccount(directory);
  const binaries = await findBinaries(account);
  const cluster = await openCluster(directory, binaries, account);
  await removeOrphan(cluster);
  const port = await freePort();
  const startAgain = async () => {
    await removeStaleLock(directory);
    return run(cluster, binaries, account, port);
  };
  const supervised = supervise(await run(cluster, binaries, account, port), startAgain, onTrouble);

  return {
    url: address(cluster, port),
    stop: async () => {
      await supervised.release();
      const server = supervised.newest();
      if (!server.running() || server.pid === undefined) return;
      await stopPostmaster(directory, server.pid);
      await server.exited;
    },
    abort: () => {
      void supervised.release();
      const server = supervised.newest();
      if (server.running()) server.kill("SIGQUIT");
    },
  };
}

const youngMs = 3000;

/** A server that outlived its Attune is stopped; one whose Attune lives is left alone. */
async function removeOrphan(cluster: Cluster) {
  for (const until = Date.now() + 10_000; ; await wait(50)) {
    const found = await findPostmaster(cluster.directory);
    if (!found) return removeStaleLock(cluster.directory);
    const owner = await ownerOf(cluster, found);
    if (owner === "nobody") return stopPostmaster(cluster.directory, found.pid);
    if (owner === "someone" || Date.now() > until)
      throw new StartupError(
        `The data in ${join(cluster.directory, "..")} are in use by another Attune (its PostgreSQL is process ${found.pid}): stop that one first, or set ATTUNE_DATA to another directory.`,
      );
  }
}

async function ownerOf(cluster: Cluster, found: Postmaster): Promise<"nobody" | "someone" | "unsure"> {
  if (found.status !== "ready") return "unsure"; // starting or stopping
  try {
    // A process that was killed a moment ago may still seem to hold its lock.
    const ownership = await takeOwnership(address(cluster, found.port), { patienceMs: 1000 });
    await ownership?.release();
    if (!ownership) return "someone";
    // Who has just started it may still be about to take it. One from the future was started before the clock was set back.
    const age = Date.now() - found.startedAt;
    return age >= 0 && age < youngMs ? "unsure" : "nobody";
  } catch {
    return "unsure";
  }
}

async function run(cluster: Cluster, binaries: Binaries, account: Account, port: number): Promise<Launched> {
  // Remains of a server that was killed may hold its memory for a moment.
  for (const until = Date.now() + 10_000; ; await wait(100)) {
    const server = launch(binaries, "postgres", cluster.directory, account, {
      args: ["-D", dataArgument(cluster.directory), ...settings(port).flatMap((setting) => ["-c", setting])],
    });
    if (await becomesReady(server, cluster.directory)) return server;
    const complaint = server.complaint();
    if (/shared memory block/.test(complaint) && Date.now() < until) continue;
    if (/lock file|bogus data in lock/.test(complaint))
      throw new StartupError(
        `The data in ${join(cluster.directory, "..")} are in use by another Attune: stop that one first, or set ATTUNE_DATA to another directory.`,
      );
    throw new StartupError(`PostgreSQL cannot start on ${cluster.directory}: ${complaint}`);
  }
}

/** Waits as long as the server lives: recovery after a crash takes the time it takes. */
async function becomesReady(server: Launched, directory: string): Promise<boolean> {
  let over = false;
  const exited = server.exited.finally(() => {
    over = true;
  });
  exited.catch(() => undefined);
  while (!over) {
    const found = await findPostmaster(directory);
    if (found?.pid === server.pid && found?.status === "ready") return true;
    await wait(20);
  }
  await exited;
  return false;
}

function settings(port: number): string[] {
  return [
    `port=${port}`,
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "timezone=UTC",
    "log_timezone=UTC",
    "jit=off",
    // What an acknowledgement stands on, whatever a file in the data directory says.
    "fsync=on",
    "full_page_writes=on",
    "synchronous_commit=on",
    // Its log must not repeat what a participant wrote: no statements, no details, no failed rows.
    "log_min_messages=log",
    "log_min_error_statement=panic",
    "log_error_verbosity=terse",
    "log_checkpoints=off",
  ];
}

function address(cluster: Cluster, port: number): string {
  return `postgres://${user}:${cluster.password}@127.0.0.1:${port}/postgres`;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const at = probe.address();
      probe.close(() => (at && typeof at === "object" ? resolve(at.port) : reject(new Error("no port"))));
    });
  });
}
