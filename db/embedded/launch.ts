import { spawn } from "node:child_process";
import { join } from "node:path";
import type { Account } from "@/db/embedded/account";
import type { Binaries } from "@/db/embedded/binaries";
import { StartupError } from "@/db/startup-error";

export type Launched = {
  pid: number | undefined;
  /** Settles with the exit code, or -1 when a signal ended it. */
  exited: Promise<number>;
  running: () => boolean;
  kill: (signal: NodeJS.Signals) => void;
  /** Why it gave up, in its own words. */
  complaint: () => string;
};

/**
 * As root, PostgreSQL's user may be unable to walk to the data (a home of mode
 * 0700 on the way). The process is put into the directory before it gives up
 * root, and finds it there under a name that needs no walk.
 */
export function dataArgument(directory: string): string {
  return process.platform === "linux" && process.getuid?.() === 0 ? "/proc/self/cwd" : directory;
}

/** Starts one of PostgreSQL's programs inside its data directory. */
export function launch(
  binaries: Binaries,
  program: "initdb" | "postgres",
  directory: string,
  account: Account,
  { args, inherit }: { args: string[]; inherit?: number },
): Launched {
  const child = spawn(join(binaries.directory, "bin", program), args, {
    ...account,
    cwd: directory,
    // Out of the terminal's group: Ctrl-C is for Attune, which stops PostgreSQL last.
    detached: true,
    // Nothing else: an inherited PGDATA or PGPORT would be believed, and secrets are not its business.
    env: { NODE_ENV: process.env.NODE_ENV, PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" },
    stdio: ["ignore", "pipe", "pipe", ...(inherit === undefined ? [] : [inherit])],
  });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding("utf8").on("data", (text: string) => {
      lines.push(...text.split("\n").filter(Boolean));
      lines.splice(0, Math.max(0, lines.length - 50));
    });
  const exited = new Promise<number>((resolve, reject) => {
    child.on("error", () =>
      reject(
        new StartupError(
          `PostgreSQL cannot be started${account ? ` as user ${account.uid}: start Attune as an ordinary user` : " on this system"}, or set DATABASE_URL.`,
        ),
      ),
    );
    child.on("close", (code) => resolve(code ?? -1));
  });
  exited.catch(() => undefined); // whoever waits for it hears of it
  return {
    pid: child.pid,
    exited,
    running: () => child.pid !== undefined && child.exitCode === null && child.signalCode === null,
    kill: (signal) => void child.kill(signal),
    complaint: () => complaintIn(lines),
  };
}

function complaintIn(lines: string[]): string {
  // Whoever knocks while it starts is turned away, which is no reason of its own.
  const own = lines.filter((line) => !/FATAL:\s+the database system is /.test(line));
  const told = own.findLast((line) => /\b(FATAL|PANIC|error|could not)\b/i.test(line)) ?? own.at(-1);
  return told?.replace(/^.*?(FATAL|PANIC|error):\s*/i, "") ?? "PostgreSQL gave no reason.";
}
