import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { findingsOf, type Lock, type Manifest } from "@/tests/audit/lock";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = <T>(file: string) => JSON.parse(readFileSync(join(root, file), "utf8")) as T;
const lock = read<Lock>("package-lock.json");
const manifest = read<Manifest>("package.json");

test("every package is pinned, hashed, licensed, and runs nothing unread when it is installed", () => {
  expect(Object.keys(lock.packages).length).toBeGreaterThan(100);
  expect(findingsOf(lock, manifest)).toEqual([]);
});

test("what is installed is what the lock names", () => {
  const installed = read<Lock>("node_modules/.package-lock.json").packages;
  const other = Object.entries(installed).filter(
    ([path, { version, integrity }]) =>
      lock.packages[path]?.version !== version || (integrity && lock.packages[path]?.integrity !== integrity),
  );
  expect(other.map(([path]) => path)).toEqual([]);
});

const good = { version: "1.0.0", integrity: "sha512-x", license: "MIT" };

test.each([
  [{ integrity: undefined }, "node_modules/a has no SHA-512 hash"],
  [{ integrity: "sha1-x" }, "node_modules/a has no SHA-512 hash"],
  [{ resolved: "git+ssh://example/a.git" }, "node_modules/a comes from elsewhere than the registry"],
  [{ link: true }, "node_modules/a comes from elsewhere than the registry"],
  [{ hasInstallScript: true }, "node_modules/a runs a script when it is installed, which nobody has read"],
  [{ license: undefined }, "node_modules/a has the licence none"],
  [{ license: "MIT AND SSPL-1.0" }, "node_modules/a has the licence MIT AND SSPL-1.0"],
])("a package with %j is found", (change, finding) => {
  const packages = { "node_modules/a": { ...good, ...change } } as Lock["packages"];
  const made = { lockfileVersion: 3, packages };
  expect(findingsOf(made, { dependencies: { a: "1.0.0" }, devDependencies: {} })).toEqual([finding]);
});

test("a second copy of what must be there once is found, and a version that is not pinned", () => {
  const packages = { "node_modules/ws": good, "node_modules/b/node_modules/ws": good };
  const found = findingsOf(
    { lockfileVersion: 3, packages },
    { dependencies: { ws: "^1.0.0" }, devDependencies: {} },
  );
  expect(found).toEqual(["ws is not pinned: ^1.0.0", "ws is there 2 times"]);
});
