import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type AttuneProcess, startAttune } from "@/tests/support/attune-process";

/** An Attune as its owner has it: started by the command, known by what it prints. */
export type Site = {
  /** Where this machine reaches it. */
  address: string;
  /** The path of the link that makes the first account, while there is none. */
  setupPath: () => string;
  data: string;
  /** `kill -9`: no goodbye to anybody. */
  kill: () => Promise<void>;
  /** As Ctrl-C or a supervisor does it; answers the exit code. */
  stop: () => Promise<number | null>;
  /** Again on the same data and port. */
  start: () => Promise<void>;
};

/** Starts one on data of its own; `remove` stops it and takes the data away. */
export async function openSite(
  settings: Record<string, string> = {},
): Promise<Site & { remove: () => Promise<void> }> {
  const data = await mkdtemp(join(tmpdir(), "attune-e2e-"));
  let running = begin(data, "0", settings);
  await running.ready();
  const address = running.origin();
  const { port } = new URL(address);

  return {
    address,
    setupPath: () => /\/setup\?token=\S+/.exec(running.stdout())?.[0] ?? "",
    data,
    kill: async () => {
      running.child.kill("SIGKILL");
      await running.exit();
    },
    stop: async () => {
      running.child.kill("SIGTERM");
      return running.exit();
    },
    start: async () => {
      running = begin(data, port, settings);
      await running.ready();
    },
    remove: async () => {
      if (running.child.exitCode === null && running.child.signalCode === null) {
        running.child.kill("SIGTERM");
        await running.exit();
      }
      await rm(data, { recursive: true, force: true });
    },
  };
}

function begin(data: string, port: string, settings: Record<string, string>): AttuneProcess {
  // On the loopback address alone: a test must not depend on the networks of its machine.
  return startAttune({ ...settings, ATTUNE_DATA: data, PORT: port }, "server/index.ts");
}
