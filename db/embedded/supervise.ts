import { setTimeout as wait } from "node:timers/promises";
import type { Launched } from "@/db/embedded/launch";
import { StartupError } from "@/db/startup-error";

/** A server that is started again whenever it dies. */
export type Supervised = {
  /** The one that runs, or ran last. */
  newest: () => Launched;
  /** From now on it stays away; resolves when nothing is being started any more. */
  release: () => Promise<void>;
};

const againAfterMs = 1000;

/**
 * Keeps a server running, for as long as it takes: a disk that is full, or a
 * memory block that remains of a killed server, keeps it from starting until
 * somebody makes room, and then nobody should have to know what to restart.
 * `onTrouble` hears each reason once.
 */
export function supervise(
  first: Launched,
  start: () => Promise<Launched>,
  onTrouble: (sentence: string) => void,
): Supervised {
  const released = new AbortController();
  let server = first;
  let told = "";

  const startAgain = async () => {
    try {
      server = await start();
      told = "";
    } catch (error) {
      const sentence = error instanceof StartupError ? error.message : "PostgreSQL cannot be started again.";
      // The same reason may name another file or process each time.
      const reason = sentence.replace(/\d+/g, "");
      if (reason !== told) onTrouble(sentence);
      told = reason;
      await wait(againAfterMs, undefined, { signal: released.signal }).catch(() => undefined);
    }
  };

  const keepRunning = async () => {
    for (;;) {
      await server.exited.catch(() => undefined);
      if (released.signal.aborted) return;
      onTrouble("PostgreSQL stopped unexpectedly and is started again.");
      do await startAgain();
      while (!server.running() && !released.signal.aborted);
      if (released.signal.aborted) return;
    }
  };
  const kept = keepRunning();

  return {
    newest: () => server,
    release: async () => {
      released.abort();
      // While it runs nothing is being started, and its end is waited for by whoever stops it.
      if (!server.running()) await kept;
    },
  };
}
