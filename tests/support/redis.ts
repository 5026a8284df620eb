import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { root } from "@/tests/support/steps";
import { until } from "@/tests/support/until";

declare module "vitest" {
  interface ProvidedContext {
    /** A Redis that starts here, and where the libraries are that it came with. */
    redis: RedisProgram;
  }
}

type RedisProgram = { path: string; libraries: string };

/** A real Redis on a free port of this machine, for one test file. */
export type TestRedis = {
  url: string;
  password: string;
  /** `kill -9`. */
  kill: () => Promise<void>;
  /** Again, on the same port, as empty as it always is. */
  start: () => Promise<void>;
  remove: () => Promise<void>;
};

const cache = join(root, "node_modules/.cache/attune-redis");
const none =
  "No Redis was found and none could be fetched: install redis-server (or valkey-server), so that it is on the path.";

/** Finds or fetches the program once per run. */
export default function setup(project: TestProject): void {
  project.provide(
    "redis",
    findRedis((sentence) => process.stderr.write(`${sentence}\n`)),
  );
}

export async function startRedis({ path, libraries }: RedisProgram): Promise<TestRedis> {
  const directory = mkdtempSync(join(tmpdir(), "attune-redis-"));
  const port = await freePort();
  const password = "hush-hush-redis";
  const settings = ["--port", String(port), "--bind", "127.0.0.1", "--requirepass", password];
  let child: ChildProcess | undefined;

  const start = async () => {
    const running = spawn(path, [...settings, "--save", "", "--appendonly", "no", "--dir", directory], {
      env: { ...process.env, LD_LIBRARY_PATH: libraries },
      stdio: ["ignore", "pipe", "inherit"],
    });
    child = running;
    let said = "";
    running.stdout.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
    await until(() => said.includes("Ready to accept connections") || running.exitCode !== null);
    if (running.exitCode !== null) throw new Error(`Redis did not start:\n${said}`);
  };
  const end = async (signal: NodeJS.Signals) => {
    const running = child;
    child = undefined;
    if (!running || running.exitCode !== null) return;
    const gone = once(running, "exit");
    running.kill(signal);
    await gone;
  };

  await start();
  return {
    url: `redis://:${password}@127.0.0.1:${port}`,
    password,
    kill: () => end("SIGKILL"),
    start,
    remove: async () => {
      await end("SIGTERM");
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** One on the path, one that was fetched before, or one fetched now. Never the system's own service. */
function findRedis(say: (sentence: string) => void): RedisProgram {
  for (const path of ["redis-server", "valkey-server"])
    if (starts({ path, libraries: "" })) return { path, libraries: "" };
  const kept = fetchedProgram();
  if (kept) return kept;
  say("No Redis here: its package is fetched and unpacked beside the other modules.");
  fetchPackages();
  const fetched = fetchedProgram();
  if (!fetched) throw new Error(none);
  return fetched;
}

function starts({ path, libraries }: RedisProgram): boolean {
  const env = { ...process.env, ...(libraries ? { LD_LIBRARY_PATH: libraries } : {}) };
  const { status, stdout } = spawnSync(path, ["--version"], { encoding: "utf8", env, timeout: 30_000 });
  return status === 0 && /server v=/i.test(stdout);
}

function fetchedProgram(): RedisProgram | undefined {
  const path = join(cache, "root/usr/bin/redis-server");
  const lib = join(cache, "root/usr/lib");
  if (!existsSync(path)) return undefined;
  // Debian keeps libraries in a folder per architecture.
  const folders = readdirSync(lib, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const program = { path, libraries: [lib, ...folders.map(({ name }) => join(lib, name))].join(":") };
  return starts(program) ? program : undefined;
}

/** Downloading and unpacking a package needs no root, installs nothing and starts no service. */
function fetchPackages(): void {
  mkdirSync(cache, { recursive: true });
  const apt = (...args: string[]) =>
    spawnSync("apt-get", args, { cwd: cache, stdio: "ignore", timeout: 5 * 60_000 }).status === 0;
  // Only root may bring the lists up to date; without them there is nothing to download.
  if (process.getuid?.() === 0) apt("update");
  const { stdout } = spawnSync("apt-cache", ["depends", "redis-server", "redis-tools"], { encoding: "utf8" });
  const libraries = [...(stdout ?? "").matchAll(/Depends: (lib\S+)/g)].map(([, name]) => name ?? "");
  const wanted = ["redis-server", "redis-tools", ...new Set(libraries)];
  // One at a time: a library that this system names otherwise, or has, is no reason to stop.
  for (const name of wanted.filter((name) => name !== "libc6")) apt("download", name);
  for (const file of readdirSync(cache).filter((name) => name.endsWith(".deb")))
    spawnSync("dpkg", ["-x", join(cache, file), join(cache, "root")], { stdio: "inherit", timeout: 60_000 });
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await once(probe.listen(0, "127.0.0.1"), "listening");
  const address = probe.address();
  probe.close();
  return address && typeof address === "object" ? address.port : 0;
}
