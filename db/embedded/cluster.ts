import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import {
  chmod,
  chown,
  lchown,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Account } from "@/db/embedded/account";
import type { Binaries } from "@/db/embedded/binaries";
import { dataArgument, launch } from "@/db/embedded/launch";
import { codeOf, fileTrouble, StartupError } from "@/db/startup-error";

/** A directory of PostgreSQL's own data, with the password of its one user kept inside. */
export type Cluster = { directory: string; password: string };

export const user = "attune";
const passwordFile = "attune.password";

/** Opens the cluster, or makes it at the first start. */
export async function openCluster(directory: string, binaries: Binaries, account: Account): Promise<Cluster> {
  if (!existsSync(directory)) await makeCluster(directory, binaries, account);
  const made = await read(directory, "PG_VERSION");
  const major = Number(made);
  if (major !== binaries.major)
    throw new StartupError(
      `The data in ${directory} were made by ${major > binaries.major ? "a newer" : "an older"} PostgreSQL (${major}) than the one that this Attune brings (${binaries.major}): start the Attune that made them, or move them over with a dump.`,
    );
  await ownFiles(directory, account);
  return { directory, password: await read(directory, passwordFile) };
}

/** A backup that root put back is root's and open to all, which PostgreSQL refuses. */
async function ownFiles(directory: string, account: Account) {
  const { uid, mode } = await stat(directory);
  if ((mode & 0o077) !== 0) await chmod(directory, 0o700);
  if (!account || uid === account.uid) return;
  await lchown(directory, account.uid, account.gid);
  for (const entry of await readdir(directory, { recursive: true }))
    await lchown(join(directory, entry), account.uid, account.gid);
}

async function read(directory: string, file: string): Promise<string> {
  try {
    return (await readFile(join(directory, file), "utf8")).trim();
  } catch (error) {
    if (codeOf(error) === "EACCES")
      throw new StartupError(
        `The data in ${directory} belong to another user: start Attune as the user who started it before.`,
      );
    throw new StartupError(
      `The data in ${directory} are not complete (${file} is missing): put a whole backup there, or move the directory away to start anew.`,
    );
  }
}

/** Made beside its place and then renamed, so that a start cut short leaves nothing half made. */
async function makeCluster(directory: string, binaries: Binaries, account: Account) {
  const fresh = `${directory}.new-${process.pid}-${randomBytes(4).toString("hex")}`;
  const secret = `${fresh}.password`;
  const password = randomBytes(24).toString("base64url");
  await removeRemains(directory);
  try {
    await mkdir(fresh, { mode: 0o700 });
    await writeFile(secret, password, { mode: 0o600 });
    if (account) {
      await chown(fresh, account.uid, account.gid);
      await chown(secret, account.uid, account.gid);
    }
    await initialise(fresh, secret, binaries, account);
    await rename(secret, join(fresh, passwordFile));
    await rename(fresh, directory);
  } catch (error) {
    if (error instanceof StartupError) throw error;
    if (codeOf(error) === "ENOTEMPTY" || codeOf(error) === "EEXIST") return; // another start was faster
    throw new StartupError(`The database cannot be made in ${directory}: ${fileTrouble(error)}.`);
  } finally {
    await rm(secret, { force: true });
    await rm(fresh, { recursive: true, force: true });
  }
}

/** What earlier makings left behind when they were killed. */
async function removeRemains(directory: string) {
  const parent = dirname(directory);
  for (const name of await readdir(parent)) {
    const maker = new RegExp(`^${basename(directory)}\\.new-(\\d+)-`).exec(name)?.[1];
    if (maker && !isAlive(Number(maker))) await rm(join(parent, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) !== "ESRCH";
  }
}

async function initialise(fresh: string, secret: string, binaries: Binaries, account: Account) {
  const handle = await open(secret, "r");
  try {
    const child = launch(binaries, "initdb", fresh, account, {
      // An open file, since the account may not be able to walk to it.
      inherit: handle.fd,
      args: [
        "-D",
        dataArgument(fresh),
        `--username=${user}`,
        `--pwfile=${process.platform === "linux" ? "/proc/self" : "/dev"}/fd/3`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        // PostgreSQL's own collation: on every system, and unchanged by its upgrades.
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--locale=C",
        "--no-instructions",
      ],
    });
    const code = await child.exited;
    if (code !== 0) throw new StartupError(`The database cannot be made in ${fresh}: ${child.complaint()}`);
  } finally {
    await handle.close();
  }
}
