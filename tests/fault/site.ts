import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type AttuneProcess, databaseUrl, startAttune } from "@/tests/support/attune-process";
import { type LiveClass, openClass } from "@/tests/support/live-class";

/** A real Attune on data of its own, with a class under way on it. */
export type FaultSite = {
  origin: string;
  data: string;
  live: LiveClass;
  attune: () => AttuneProcess;
  databaseUrl: () => string;
  /** `kill -9`: no goodbye to anybody. */
  kill: () => Promise<void>;
  /** Again on the same data and port. */
  start: () => Promise<void>;
  remove: () => Promise<void>;
};

/** `DATABASE_URL` among the settings names a server that is somebody else's. */
export async function openFaultSite(settings: Record<string, string> = {}): Promise<FaultSite> {
  const data = settings.ATTUNE_DATA ?? (await mkdtemp(join(tmpdir(), "attune-fault-")));
  const all = { ...settings, ATTUNE_DATA: data };
  let attune = startAttune(all);
  await attune.ready();
  const origin = attune.origin();
  const { port } = new URL(origin);
  // Remembered, since the file that says so goes when PostgreSQL does.
  const findUrl = () => settings.DATABASE_URL ?? databaseUrl(data);
  let url = findUrl();
  return {
    origin,
    data,
    live: await openClass(url, all),
    attune: () => attune,
    databaseUrl: () => url,
    kill: async () => {
      attune.child.kill("SIGKILL");
      await attune.exit();
    },
    start: async () => {
      attune = startAttune({ ...all, PORT: port });
      await attune.ready();
      url = findUrl();
    },
    remove: async () => {
      attune.child.kill("SIGTERM");
      await attune.exit();
      await rm(data, { recursive: true, force: true });
    },
  };
}
