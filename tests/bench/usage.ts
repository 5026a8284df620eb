import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pass } from "node:timers/promises";

/** What a server has used so far; of PostgreSQL only where the system tells it (Linux). */
export type Usage = { cpuMs: number; postgresMs: number | null };
/** In bytes, after the garbage is gone: what the system counts, and what JavaScript and its buffers hold. */
export type Memory = { rss: number; heap: number };

export function usage(postmaster?: number): Usage {
  const { user, system } = process.cpuUsage();
  return {
    cpuMs: (user + system) / 1000,
    postgresMs: postmaster === undefined ? null : processorMs(postmaster),
  };
}

export async function memory(): Promise<Memory> {
  // What finalizers let go is only garbage at the next turn.
  for (let turn = 0; turn < 3; turn += 1) {
    globalThis.gc?.();
    await pass(50);
  }
  const { rss, heapUsed, external } = process.memoryUsage();
  return { rss, heap: heapUsed + external };
}

/** How many files and sockets this process has open, where the system tells it. */
export function openFiles(): number | null {
  try {
    return readdirSync("/proc/self/fd").length;
  } catch {
    return null;
  }
}

/** The process number in a data directory's lock file. */
export function postmasterOf(data: string): number {
  return Number(readFileSync(join(data, "postgres/postmaster.pid"), "utf8").split("\n")[0]);
}

/** Of the server and all processes that it has now; those that ended meanwhile are missed. */
function processorMs(postmaster: number): number | null {
  try {
    const children = readFileSync(`/proc/${postmaster}/task/${postmaster}/children`, "utf8");
    const all = [String(postmaster), ...children.split(" ").filter(Boolean)];
    return all.reduce((ms, id) => ms + runningNs(id) / 1e6, 0);
  } catch {
    return null;
  }
}

function runningNs(id: string): number {
  try {
    return Number(readFileSync(`/proc/${id}/schedstat`, "utf8").split(" ")[0]);
  } catch {
    return 0; // it has just ended
  }
}
