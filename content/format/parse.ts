import { type Deck, deck as deckSchema } from "@/protocol/classes";
import type { Html } from "@/protocol/kinds/base";
import { type Language, languages, limits } from "@/protocol/limits";
import { excessOf } from "./bounds";
import { type ClassError, listErrors, type Report } from "./errors";
import { Fields } from "./fields";
import { readMarkdown } from "./markdown";
import { plainLines } from "./plain-text";
import { render } from "./render";
import { type ReadSlide, readSlide } from "./slide";
import { isSlug, slugOf } from "./slug";
import { type Block, splitClass } from "./split";

export type Parsed = { deck: Deck } | { errors: ClassError[] };

/** Generous for a class of two hundred slides with full notes. */
const longestFile = 1_000_000;
/** Handouts stand below the page's own title. */
const handoutTop = 2;

/** A class from the text of its file, or everything that is wrong with it. Never throws. */
export function parseClass(source: string, file: string, handout?: { source: string; file: string }): Parsed {
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
  const report = reportIn(file);
  const deck = guarded(report, () => {
    if (source.length > longestFile) {
      report(1, "The file is too large to be a class.");
      return undefined;
    }
    const text = plainLines(source, report);
    return text === undefined ? undefined : readClass(text, report);
  });
  const html = handout
    ? guarded(reportIn(handout.file), () => readHandout(handout.source, reportIn(handout.file)))
    : ("" as Html);
  if (deck === undefined || html === undefined || errors.length > 0)
    return { errors: errors.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line) };
  return { deck: { ...deck, handout: html } };
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

function readClass(text: string, report: Report): Deck | undefined {
  const source = splitClass(text);
  const head = readHead(source.front, report);
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
      () => readSlide(slide, index + 1, part, report),
    );
    if (!done) continue;
    part = done.part;
    read.push(done);
  }
  checkIds(read, report);
  const slides = read.map(({ slide }) => slide);
  if (!head || slides.includes(undefined)) return undefined;
  return judged({ ...head, slides, handout: "" }, read, report);
}

function readHead(front: Block | null, report: Report) {
  if (!front) {
    report(
      1,
      "The file must begin with a block like this: a line “---”, “title: My class”, “language: en”, a line “---”.",
    );
    return undefined;
  }
  const fields = new Fields(front, report);
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
  if (!isLanguage(language)) fields.fault("language", `“language” must be one of: ${languages.join(", ")}.`);
  return title && isSlug(slug) && isLanguage(language) ? { slug, title, summary, language } : undefined;
}

function isLanguage(text: string | undefined): text is Language {
  return (languages as readonly string[]).includes(text ?? "");
}

function checkIds(read: ReadSlide[], report: Report): void {
  const lines = new Map<string, number>();
  for (const { id, line } of read) {
    const first = lines.get(id);
    if (first === undefined) lines.set(id, line);
    else
      report(
        line,
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
    const line = where === "slides" && typeof index === "number" ? (read[index]?.line ?? 1) : 1;
    if (where === "slides" && index === undefined) continue; // no slides: said above
    report(line, `${rest.join(".") || String(where)}: ${issue.message}`);
  }
  return undefined;
}

function readHandout(source: string, report: Report): Html | undefined {
  const text = plainLines(source, report);
  if (text === undefined) return undefined;
  const block = { text, line: 1 };
  const excess = excessOf(block, "handout");
  if (excess) {
    report(excess.line, excess.message);
    return undefined;
  }
  const markdown = readMarkdown(block);
  return render(markdown, markdown.nodes, handoutTop, report);
}
