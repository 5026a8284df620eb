import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Deck } from "@/protocol/classes";
import { listErrors } from "./format/errors";
import { parseClass } from "./format/parse";

export type LoadedClass = {
  deck: Deck;
  /** SHA-256 over the parsed class, hex: it is taken in again when its files, or what we make of them, change. */
  hash: string;
};

/** What is wrong in the classes' files, in words for their author. */
export class BrokenClass extends Error {}

const builtIn = fileURLToPath(new URL("./classes", import.meta.url));

/** Every class below `folder`; one error names all that is wrong in them. */
export async function loadBuiltInClasses(folder = builtIn): Promise<LoadedClass[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const read = await Promise.all(names.sort().map((name) => loadClass(join(folder, name), name)));
  const problems = read.flatMap((one) => ("errors" in one ? [listErrors(one.errors)] : []));
  if (problems.length > 0) throw new BrokenClass(`A built-in class cannot be read.\n${problems.join("\n")}`);
  return read.flatMap((one) => ("errors" in one ? [] : [one]));
}

async function loadClass(folder: string, name: string) {
  const [source, handout] = await Promise.all(
    ["class.en.md", "handout.en.md"].map((file) => textOf(join(folder, file))),
  );
  const shown = (file: string) => `content/classes/${name}/${file}`;
  if (source === undefined)
    return { errors: [{ file: shown("class.en.md"), line: 1, message: "There is no such file." }] };
  const parsed = parseClass(
    source,
    shown("class.en.md"),
    handout === undefined ? undefined : { source: handout, file: shown("handout.en.md") },
  );
  if ("errors" in parsed) return parsed;
  const hash = createHash("sha256").update(JSON.stringify(parsed.deck)).digest("hex");
  return { deck: parsed.deck, hash };
}

async function textOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
