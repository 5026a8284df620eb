import { execFile } from "node:child_process";
import { readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";

/** A running PostgreSQL server, as its lock file describes it. */
export type Postmaster = { pid: number; port: number; status: string; startedAt: number };

/** The server that runs on this data directory, whoever started it. */
export async function findPostmaster(directory: string): Promise<Postmaster | undefined> {
  const lines = (await readFile(lockFile(directory), "utf8").catch(() => "")).split("\n");
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !(await serves(pid, directory))) return undefined;
  return { pid, port: Number(lines[3]), status: (lines[7] ?? "").trim(), startedAt: Number(lines[2]) * 1000 };
}

/** The number in a dead server's lock file may belong to another program by now, which PostgreSQL would respect. */
export async function removeStaleLock(directory: string): Promise<void> {
  if (!(await findPostmaster(directory))) await rm(lockFile(directory), { force: true });
}

/** Fast shutdown of a server that is not our child, harder when it does not listen. */
export async function stopPostmaster(directory: string, pid: number): Promise<void> {
  for (const [signal, seconds] of [
    ["SIGINT", 30],
    ["SIGQUIT", 10],
    ["SIGKILL", 5],
  ] as const) {
    if (!(await serves(pid, directory))) return;
    process.kill(pid, signal);
    if (await gone(directory, pid, seconds)) return;
  }
}

async function gone(directory: string, pid: number, seconds: number): Promise<boolean> {
  const until = Date.now() + seconds * 1000;
  while (Date.now() < until) {
    if (!(await serves(pid, directory))) return true;
    await wait(20);
  }
  return false;
}

/** Whether the process is a PostgreSQL server whose working directory is this data directory. */
async function serves(pid: number, directory: string): Promise<boolean> {
  if (process.platform === "linux") {
    // A dead process that nobody collected has no working directory either.
    const [there, here] = await Promise.all([
      stat(`/proc/${pid}/cwd`).catch(() => undefined),
      stat(directory).catch(() => undefined),
    ]);
    if (!there || there.ino !== here?.ino || there.dev !== here.dev) return false;
    const name = await readFile(`/proc/${pid}/comm`, "utf8").catch(() => "");
    return name.startsWith("postgres");
  }
  const { stdout } = await promisify(execFile)("ps", ["-o", "command=", "-p", String(pid)]).catch(() => ({
    stdout: "",
  }));
  return stdout.includes("postgres") && stdout.includes(directory);
}

function lockFile(directory: string): string {
  return join(directory, "postmaster.pid");
}
