import { execFile } from "node:child_process";
import { readFile, stat } from "node:fs/promises";
import { promisify } from "node:util";
import { StartupError } from "@/db/startup-error";

/** The user that PostgreSQL runs as; undefined: whoever runs Attune. */
export type Account = { uid: number; gid: number } | undefined;

const run = promisify(execFile);

/**
 * PostgreSQL refuses to run as root. The owner of existing data stays its
 * owner; otherwise the system's `postgres` user is taken, made when absent, and
 * `nobody` is the last resort in containers that cannot make users.
 */
export async function postgresAccount(clusterDir: string): Promise<Account> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await stat(clusterDir).catch(() => undefined);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const account =
    (await find("postgres")) ?? (await find("_postgres")) ?? (await make()) ?? (await find("nobody"));
  if (account) return account;
  throw new StartupError(
    "PostgreSQL must not run as root, and this system has no user `postgres` and none could be made: start Attune as an ordinary user, or set DATABASE_URL.",
  );
}

async function find(name: string): Promise<Account> {
  const lines = (await readFile("/etc/passwd", "utf8").catch(() => "")).split("\n");
  const fields = lines.find((line) => line.startsWith(`${name}:`))?.split(":");
  if (fields) return checked(Number(fields[2]), Number(fields[3]));
  // Users may come from a directory service instead of the file.
  try {
    const [uid, gid] = await Promise.all([run("id", ["-u", name]), run("id", ["-g", name])]);
    return checked(Number(uid.stdout), Number(gid.stdout));
  } catch {
    return undefined;
  }
}

function checked(uid: number, gid: number): Account {
  return Number.isInteger(uid) && Number.isInteger(gid) && uid > 0 ? { uid, gid } : undefined;
}

async function make(): Promise<Account> {
  const ways: [string, string[]][] = [
    ["useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", "postgres"]],
    ["adduser", ["-S", "-D", "-H", "-s", "/sbin/nologin", "postgres"]], // busybox
  ];
  for (const [command, args] of ways) {
    try {
      await run(command, args);
      return await find("postgres");
    } catch {
      // The next way, or none.
    }
  }
  return undefined;
}
