import { createHash, hkdfSync, randomBytes } from "node:crypto";
import { chown, mkdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Database } from "@/db/client";
import { codeOf, fileTrouble, StartupError } from "@/db/startup-error";
import {
  findSecretMark,
  hasFacilitators,
  noteFirstSecretMark,
  replaceSecretMark,
} from "@/db/stores/secret-marks";
import type { Config } from "@/server/env";

/** Keys for one purpose each, all from the one master secret. */
export type Secrets = {
  /** Signs the sign-in cookie. */
  auth: string;
  /** Signs links, tickets and shares. */
  sign: Buffer;
};

/** The master secret from the environment or the data directory; made at the first start. */
export async function openSecrets(config: Config, db: Database): Promise<Secrets> {
  const file = join(config.data, "secret");
  const given = config.secret ?? (await read(file));
  if (given === undefined && !config.acceptSecret && (await hasFacilitators(db)))
    throw new StartupError(
      `The secret that belongs to these data is missing: put back ${file} or set ATTUNE_SECRET; to go on with a new one, which signs everyone out and ends shared links, start once with ATTUNE_ACCEPT_SECRET=yes.`,
    );
  const master = given ?? (await make(config.data, file));
  await compare(config, db, key(master, "mark").toString("hex"), config.secret ? "ATTUNE_SECRET" : file);
  return { auth: key(master, "auth").toString("base64url"), sign: key(master, "sign") };
}

function key(master: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", master, "", `attune/${purpose}`, 32));
}

async function compare(config: Config, db: Database, key: string, source: string) {
  const mark = createHash("sha256").update(key).digest("hex");
  if (config.redisUrl) await noteFirstSecretMark(db, mark);
  const known = await findSecretMark(db);
  if (known === mark) return;
  // Other nodes may have signed tickets already, also where nobody has an account yet.
  if (known && !config.acceptSecret && config.redisUrl)
    throw new StartupError(
      `The secret in ${source} is not the one that the other nodes of this database use: set ATTUNE_SECRET, the same on every node; to change it on purpose, which signs everyone out and ends shared links, stop all of them and start one with ATTUNE_ACCEPT_SECRET=yes.`,
    );
  if (known && !config.acceptSecret && (await hasFacilitators(db)))
    throw new StartupError(
      `The secret in ${source} is not the one that belongs to these data: put the right one back; to change it on purpose, which signs everyone out and ends shared links, start once with ATTUNE_ACCEPT_SECRET=yes.`,
    );
  await db.transaction((tx) => replaceSecretMark(tx, mark));
}

async function read(file: string): Promise<string | undefined> {
  try {
    const secret = (await readFile(file, "utf8")).trim();
    if (secret.length >= 32) return secret;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw new StartupError(`The secret in ${file} cannot be read: ${fileTrouble(error)}.`);
  }
  throw new StartupError(`The secret in ${file} is cut short: put the right one back from a backup.`);
}

async function make(data: string, file: string): Promise<string> {
  const secret = randomBytes(32).toString("base64url");
  try {
    await mkdir(data, { recursive: true, mode: 0o700 });
    const fresh = `${file}.new`;
    await writeFile(fresh, `${secret}\n`, { mode: 0o600, flush: true });
    // Under root in somebody's directory it stays theirs.
    const { uid, gid } = await stat(data);
    if (process.getuid?.() === 0) await chown(fresh, uid, gid);
    await rename(fresh, file);
    return secret;
  } catch (error) {
    throw new StartupError(`Attune cannot keep its secret in ${file}: ${fileTrouble(error)}.`);
  }
}
