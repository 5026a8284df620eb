import { type Deck, deck as deckSchema } from "@/protocol/classes";
import type { Html } from "@/protocol/kinds/base";
import { languageTag } from "@/protocol/languages";
import { limits } from "@/protocol/limits";
import { excessOf } from "./bounds";
import { type ClassError, listErrors, type Report } from "./errors";
import { Fields } from "./fields";
import { readMarkdown } from "./markdown";
import { noPictures, type Pictures } from "./pictures";
import { plainLines } from "./plain-text";
import { checkReferences } from "./references";
import { render } from "./render";
import { type ReadSlide, readSlide } from "./slide";
import { isSlug, slugOf } from "./slug";
import { type Block, splitClass } from "./split";
import { type ReadDeck, translationOf } from "./translation";

export type Parsed = { deck: Deck } | { errors: ClassError[] };

/** Generous for a class of two hundred slides with full notes. */
const longestFile = 1_000_000;
/** Handouts stand below the page's own title. */
const handoutTop = 2;

export type ClassFile = { source: string; file: string };
/** The files of a class in one more language; `language` is what the file's name says. */
export type TranslationFiles = { language: string; class: ClassFile; handout?: ClassFile; guide?: ClassFile };
/** What lies beside the file of a class. */
export type Beside = {
  handout?: ClassFile | undefined;
  guide?: ClassFile | undefined;
  translations?: TranslationFiles[];
  pictures?: Pictures;
};

/** A class from the text of its files, or everything that is wrong with them. Never throws. */
export function parseClass(source: string, file: string, beside: Beside = {}): Parsed {
  const { pictures = noPictures, translations = [] } = beside;
  const errors: ClassError[] = [];
  const said = new Set<string>();
  const reportIn = (name: string): Report => {
    return (line, message) => {
      const error = { file: name, line, message };
      const text = listErrors([error]);
      if (!said.has(text)) errors.push(error);
      said.add(text);
    };
  };
  const page = (one: ClassFile | undefined) =>
    one && guarded(reportIn(one.file), () => readPage(one.source, reportIn(one.file), pictures));

  const own = readFile({ source, file }, reportIn(file), pictures);
  if (own) checkReferences(own, reportIn(file));
  const others = translations.map((files) => {
    const report = reportIn(files.class.file);
    const read = readFile(files.class, report, pictures);
    const pages = { handout: page(files.handout) ?? ("" as Html), guide: page(files.guide) ?? ("" as Html) };
    if (!own || !read) return undefined;
    return [files.language, { ...translationOf(own, read, files.language, report), ...pages }] as const;
  });
  const [handout, guide] = [page(beside.handout), page(beside.guide)];
  if (!own || errors.length > 0)
    return { errors: errors.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line) };
  const deck: Deck = {
    ...own.deck,
    handout: handout ?? ("" as Html),
    guide: guide ?? ("" as Html),
    translations: Object.fromEntries(others.flatMap((one) => (one ? [one] : []))),
  };
  return { deck };
}

/** Whether the first fields of a file name the class, as only the class's own file does, and no translation. */
export function hasSlug(source: string): boolean {
  const front = splitClass(source.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n")).front;
  return front !== null && /^slug[ \t]*:/m.test(front.text);
}

/** The deck of one file, with the line that each of its slides begins on. */
function readFile({ source }: ClassFile, report: Report, pictures: Pictures): ReadDeck | undefined {
  return guarded(report, () => {
    if (source.length > longestFile) {
      report(1, "The file is too large to be a class.");
      return undefined;
    }
    const text = plainLines(source, report);
    return text === undefined ? undefined : readClass(text, report, pictures);
  });
}

/** Hostile nesting can exhaust a parser's stack; that is the file's fault, not a crash. */
function guarded<T>(report: Report, read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    report(1, "The file is nested too deeply to be read.");
    return undefined;
  }
}

function readClass(text: string, report: Report, pictures: Pictures): ReadDeck | undefined {
  const source = splitClass(text);
  const head = readHead(source.front, report, pictures);
  if (source.slides.length === 0)
    report(1, "The class has no slides: write “---” on a line of its own, and below it “# My title”.");
  if (source.slides.length > limits.slides) {
    report(1, `The class has ${source.slides.length} slides; at most ${limits.slides} fit.`);
    return undefined;
  }
  const read: ReadSlide[] = [];
  let part = "";
  for (const [index, slide] of source.slides.entries()) {
    const done = guarded(
      (_, message) => report(slide.line, message),
      () => readSlide(slide, index + 1, part, report, pictures),
    );
    if (!done) continue;
    part = done.part;
    read.push(done);
  }
  checkIds(read, report);
  const slides = read.map(({ slide }) => slide);
  if (!head || slides.includes(undefined)) return undefined;
  const deck = judged({ ...head, slides, handout: "", guide: "", translations: {} }, read, report);
  return deck && { deck, lines: new Map(read.map(({ id, lines }) => [id, lines])) };
}

function readHead(front: Block | null, report: Report, pictures: Pictures) {
  if (!front) {
    report(
      1,
      "The file must begin with a block like this: a line “---”, “title: My class”, “language: en”, a line “---”.",
    );
    return undefined;
  }
  const fields = new Fields(front, report, pictures);
  const title = fields.text("title", 120);
  const summary = fields.text("summary", 400) ?? "";
  const language = fields.text("language", 20);
  const slug = fields.text("slug", 60) ?? (slugOf(title ?? "") || "class");
  fields.done("The front matter of a class");
  if (!title && (title === "" || !fields.has("title")))
    fields.fault("title", "“title” is missing: the name of the class.");
  if (!isSlug(slug))
    fields.fault(
      "slug",
      `“slug” is made of small letters, digits and hyphens, as in “${slugOf(slug) || "my-class"}”.`,
    );
  const tag = languageTag.safeParse(language);
  if (!tag.success)
    fields.fault(
      "language",
      "“language” is missing or no language: write its short tag, as in “en” or “pt-BR”.",
    );
  return title && isSlug(slug) && tag.success ? { slug, title, summary, language: tag.data } : undefined;
}

function checkIds(read: ReadSlide[], report: Report): void {
  const lines = new Map<string, number>();
  for (const { id, lines: here } of read) {
    const first = lines.get(id);
    if (first === undefined) lines.set(id, here.slide);
    else
      report(
        here.slide,
        `Another slide is already called “${id}” (line ${first}). Give this one an “id:” of its own.`,
      );
  }
}

/** The protocol's schema decides; what the reading above let through is named here. */
function judged(deck: unknown, read: ReadSlide[], report: Report): Deck | undefined {
  const result = deckSchema.safeParse(deck);
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    const [where, index, ...rest] = issue.path;
    const line = where === "slides" && typeof index === "number" ? (read[index]?.lines.slide ?? 1) : 1;
    if (where === "slides" && index === undefined) continue; // no slides: said above
    report(line, `${rest.join(".") || String(where)}: ${issue.message}`);
  }
  return undefined;
}

function readPage(source: string, report: Report, pictures: Pictures): Html | undefined {
  const text = plainLines(source, report);
  if (text === undefined) return undefined;
  const block = { text, line: 1 };
  const excess = excessOf(block, "handout");
  if (excess) {
    report(excess.line, excess.message);
    return undefined;
  }
  const markdown = readMarkdown(block, pictures);
  return render(markdown, markdown.nodes, handoutTop, report);
}
