import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Deck } from "@/protocol/classes";
import { listErrors } from "./format/errors";
import { parseClass } from "./format/parse";

export type LoadedClass = {
  deck: Deck;
  /** SHA-256 over the sources, hex: a class is taken in again when it changes. */
  hash: string;
};

/** Every class below `folder`; one error names all that is wrong in them. */
export async function loadBuiltInClasses(
  folder = join(process.cwd(), "content/classes"),
): Promise<LoadedClass[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const read = await Promise.all(names.sort().map((name) => loadClass(join(folder, name), name)));
  const problems = read.flatMap((one) => ("errors" in one ? [listErrors(one.errors)] : []));
  if (problems.length > 0) throw new Error(`A built-in class cannot be read.\n${problems.join("\n")}`);
  return read.flatMap((one) => ("errors" in one ? [] : [one]));
}

async function loadClass(folder: string, name: string) {
  const source = await readFile(join(folder, "class.en.md"), "utf8");
  const handout = await readFile(join(folder, "handout.en.md"), "utf8").catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return undefined;
      throw error;
    },
  );
  const shown = (file: string) => `content/classes/${name}/${file}`;
  const parsed = parseClass(
    source,
    shown("class.en.md"),
    handout === undefined ? undefined : { source: handout, file: shown("handout.en.md") },
  );
  if ("errors" in parsed) return parsed;
  const hash = createHash("sha256")
    .update(source)
    .update("\0")
    .update(handout ?? "")
    .digest("hex");
  return { deck: parsed.deck, hash };
}
