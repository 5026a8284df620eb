import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Deck } from "@/protocol/classes";
import { type ClassError, listErrors } from "./format/errors";
import { type ClassFile, hasSlug, parseClass, type TranslationFiles } from "./format/parse";
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

async function loadClass(folder: string, name: string): Promise<LoadedClass | { errors: ClassError[] }> {
  const shown = (file: string) => `content/classes/${name}/${file}`;
  const files = await readdir(folder);
  const open = async (file: string): Promise<ClassFile | undefined> =>
    files.includes(file)
      ? { source: await readFile(join(folder, file), "utf8"), file: shown(file) }
      : undefined;

  const sources = new Map<string, ClassFile>();
  for (const file of files.toSorted()) {
    const language = /^class\.([^.]+)\.md$/.exec(file)?.[1];
    const source = language && (await open(file));
    if (source) sources.set(language, source);
  }
  const main = mainLanguageOf(sources, shown);
  if (typeof main !== "string") return { errors: [main] };
  const { pictures, errors } = await loadPictures(join(folder, "pictures"), shown);
  for (const file of files) {
    const language = /^(?:handout|guide)\.([^.]+)\.md$/.exec(file)?.[1];
    if (language && !sources.has(language))
      errors.push({ file: shown(file), line: 1, message: `There is no “class.${language}.md” beside it.` });
  }
  const translations: TranslationFiles[] = [];
  for (const [language, source] of sources) {
    if (language === main) continue;
    const [handout, guide] = [await open(`handout.${language}.md`), await open(`guide.${language}.md`)];
    translations.push({ language, class: source, ...(handout && { handout }), ...(guide && { guide }) });
  }
  const { source, file } = sources.get(main) as ClassFile; // named by mainLanguageOf
  const parsed = parseClass(source, file, {
    handout: await open(`handout.${main}.md`),
    guide: await open(`guide.${main}.md`),
    translations,
    pictures: (name) => {
      const picture = pictures.get(name);
      return picture && `/pictures/${picture.name}`;
    },
  });
  if ("errors" in parsed) return { errors: [...errors, ...parsed.errors] };
  if (parsed.deck.language !== main)
    errors.push({
      file,
      line: 1,
      message: `The file's name says “${main}”, and its “language” says “${parsed.deck.language}”.`,
    });
  if (errors.length > 0) return { errors };
  const hash = createHash("sha256").update(JSON.stringify(parsed.deck)).digest("hex");
  return { deck: parsed.deck, hash, pictures: [...pictures.values()] };
}

/** Of several languages, a class is written in the one whose file names it; the others are translations. */
function mainLanguageOf(
  sources: Map<string, ClassFile>,
  shown: (file: string) => string,
): string | ClassError {
  const languages = [...sources.keys()];
  const [first] = languages;
  if (first === undefined)
    return { file: shown("class.en.md"), line: 1, message: "There is no file of a class in this folder." };
  const named = languages.filter((language) => hasSlug(sources.get(language)?.source ?? ""));
  const main = languages.length === 1 ? first : named[0];
  if (main !== undefined && named.length <= 1) return main;
  const message =
    named.length === 0
      ? "A class in several languages needs a “slug” in the file of the language that it was written in; the other files are translations of that one."
      : `“slug” stands in several files (${named.join(", ")}). Keep it only in the language that the class was written in; the other files are translations of that one.`;
  return { file: shown(`class.${named[1] ?? first}.md`), line: 1, message };
}

async function loadPictures(folder: string, shown: (file: string) => string) {
  const pictures = new Map<string, StoredPicture>();
  const errors: ClassError[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(nobodyThere)) {
    const file = entry.name;
    if (file.startsWith(".")) continue; // what an operating system leaves in folders
    const picture = entry.isDirectory()
      ? "Pictures lie in “pictures” itself, not in a folder inside it."
      : readPicture(file, await readFile(join(folder, file)));
    if (typeof picture === "string")
      errors.push({ file: shown(`pictures/${file}`), line: 1, message: picture });
    else pictures.set(file, picture);
  }
  return { pictures, errors };
}

function nobodyThere(error: unknown): [] {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
  throw error;
}
