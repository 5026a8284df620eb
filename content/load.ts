import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Deck } from "@/protocol/classes";
import { type ClassError, listErrors } from "./format/errors";
import { type ClassFile, parseClass, type TranslationFiles } from "./format/parse";
import { readPicture, type StoredPicture } from "./format/pictures";

export type LoadedClass = {
  deck: Deck;
  /** SHA-256 over the parsed class, hex: it is taken in again when its files, or what we make of them, change. */
  hash: string;
  pictures: StoredPicture[];
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

/** The language that a class is written in; its other languages are translations of it. */
const mainLanguage = "en";

async function loadClass(folder: string, name: string): Promise<LoadedClass | { errors: ClassError[] }> {
  const shown = (file: string) => `content/classes/${name}/${file}`;
  const files = await readdir(folder);
  const open = async (file: string): Promise<ClassFile | undefined> =>
    files.includes(file)
      ? { source: await readFile(join(folder, file), "utf8"), file: shown(file) }
      : undefined;

  const main = await open(`class.${mainLanguage}.md`);
  if (!main)
    return {
      errors: [{ file: shown(`class.${mainLanguage}.md`), line: 1, message: "There is no such file." }],
    };
  const { pictures, errors } = await loadPictures(join(folder, "pictures"), shown);
  const tags = files.flatMap((file) => /^class\.([A-Za-z0-9-]+)\.md$/.exec(file)?.[1] ?? []);
  const translations: TranslationFiles[] = [];
  for (const language of tags.filter((tag) => tag !== mainLanguage).sort()) {
    const source = await open(`class.${language}.md`);
    const [handout, guide] = [await open(`handout.${language}.md`), await open(`guide.${language}.md`)];
    if (source)
      translations.push({ language, class: source, ...(handout && { handout }), ...(guide && { guide }) });
  }
  const parsed = parseClass(main.source, main.file, {
    handout: await open(`handout.${mainLanguage}.md`),
    guide: await open(`guide.${mainLanguage}.md`),
    translations,
    pictures: (file) => {
      const picture = pictures.get(file);
      return picture && `/pictures/${picture.name}`;
    },
  });
  if ("errors" in parsed) return { errors: [...errors, ...parsed.errors] };
  if (errors.length > 0) return { errors };
  const hash = createHash("sha256").update(JSON.stringify(parsed.deck)).digest("hex");
  return { deck: parsed.deck, hash, pictures: [...pictures.values()] };
}

async function loadPictures(folder: string, shown: (file: string) => string) {
  const pictures = new Map<string, StoredPicture>();
  const errors: ClassError[] = [];
  for (const file of await readdir(folder).catch(nobodyThere)) {
    const picture = readPicture(file, await readFile(join(folder, file)));
    if (typeof picture === "string")
      errors.push({ file: shown(`pictures/${file}`), line: 1, message: picture });
    else pictures.set(file, picture);
  }
  return { pictures, errors };
}

function nobodyThere(error: unknown): string[] {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
  throw error;
}
