import { spawnSync } from "node:child_process";
import {
  closeSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { codeOf } from "@/db/startup-error";

/** A file system of its own, so small that a test can fill it. */
export type SmallDisk = {
  directory: string;
  /** Takes all the room that is left. */
  fill: () => void;
  empty: () => void;
  remove: () => void;
};

/** Undefined where nobody may mount one: that takes root, and more of it than many containers give. */
export function mountSmallDisk(megabytes: number): SmallDisk | undefined {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return undefined;
  const directory = mkdtempSync(join(tmpdir(), "attune-disk-"));
  const { status } = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", directory]);
  if (status !== 0) {
    rmSync(directory, { recursive: true });
    return undefined;
  }
  const ballast = join(directory, "ballast");
  return {
    directory,
    fill: () => {
      const file = openSync(ballast, "a");
      try {
        for (let size = 1 << 20; size >= 1; ) {
          try {
            writeSync(file, Buffer.alloc(size));
          } catch (error) {
            if (codeOf(error) !== "ENOSPC") throw error;
            size >>= 1;
          }
        }
      } finally {
        closeSync(file);
      }
    },
    empty: () => rmSync(ballast, { force: true }),
    remove: () => {
      spawnSync("umount", ["--lazy", directory]);
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/**
 * Lets no file of a process and of its children grow beyond so many bytes, and of
 * what they start later neither: what a full disk does, for whoever is not root.
 */
export function limitFiles(pid: number, bytes: number | "unlimited"): void {
  for (const one of [pid, ...descendantsOf(pid)]) {
    try {
      // PostgreSQL may run as another user, whose limits only that user may set.
      const { uid, gid } = statSync(`/proc/${one}`);
      spawnSync("prlimit", [`--pid=${one}`, `--fsize=${bytes}:`], { uid, gid });
    } catch {
      // It has ended by now.
    }
  }
}

function descendantsOf(pid: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync("/proc").filter((entry) => /^\d+$/.test(entry))) {
    try {
      // "pid (name) state parent …", where the name may hold anything.
      const stat = readFileSync(`/proc/${name}/stat`, "utf8");
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]));
    } catch {
      // It has ended by now.
    }
  }
  const found = new Set([pid]);
  for (let before = 0; before < found.size; ) {
    before = found.size;
    for (const [child, parent] of parents) if (found.has(parent)) found.add(child);
  }
  found.delete(pid);
  return [...found];
}
