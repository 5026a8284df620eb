import type { Blockquote, RootContent } from "mdast";
import type { Kind, Slide } from "@/protocol/kinds";
import type { Html } from "@/protocol/kinds/base";
import { limits } from "@/protocol/limits";
import { excessOf } from "./bounds";
import { calloutOf, insideCallout } from "./callout";
import type { Report } from "./errors";
import { Fields, oneLine } from "./fields";
import { asksForAnswers, isFencedKind, kindFormats } from "./kinds";
import { type Markdown, readMarkdown } from "./markdown";
import type { Pictures } from "./pictures";
import { isComment, render, renderSteps } from "./render";
import { isSlug, slugOf } from "./slug";
import { suggest } from "./spelling";
import type { Block, SlideSource } from "./split";

/** The class and the slide's title are the page's first two levels. */
export const bodyTop = 3;

/** What could be read of a slide; the slide itself is missing once something wrong with it was reported. */
export type ReadSlide = { id: string; part: string; lines: SlideLines; slide?: Slide };
/** The line that a slide begins on, and those of its fields. */
export type SlideLines = { slide: number; fields: Map<string, number> };

export function readSlide(
  source: SlideSource,
  place: number,
  partBefore: string,
  report: Report,
  pictures: Pictures,
): ReadSlide | undefined {
  let sound = true;
  const complain: Report = (line, message) => {
    sound = false;
    report(line, message);
  };
  const excess = excessOf(source.body, "slide");
  if (excess) {
    complain(excess.line, excess.message);
    return undefined;
  }
  const front = readFront(source, complain, pictures);
  const markdown = readMarkdown(source.body, pictures);
  const parts = takeApart(markdown, source, complain);
  const id = front.id ?? (slugOf(parts.title) || `slide-${place}`);
  const bodies = renderSteps(markdown, parts.body, bodyTop, complain);
  const part = front.part ?? partBefore;
  const base = {
    id,
    part,
    title: parts.title,
    bodies,
    notes: parts.notes,
    minutes: front.minutes ?? 0,
    explanation: parts.explanation,
  };
  const own = parts.prompt ? parts.prompt.own : {};
  const kind: Kind = parts.prompt ? parts.prompt.kind : "content";
  const recall = kind === "content" ? { recall: front.recall ?? null } : {};
  const fields = new Map([...(front.lines ?? []), ...(parts.prompt?.lines ?? [])]);
  if (kind !== "content" && front.recall !== undefined)
    complain(
      fields.get("recall") ?? source.line,
      "“recall” shows earlier results on a slide that asks nothing: take it away here.",
    );
  const read = { id, part, lines: { slide: source.line, fields } };
  // The schema of the whole class is the last judge of this object.
  return sound && own ? { ...read, slide: { ...base, kind, ...recall, ...own } as Slide } : read;
}

function readFront(source: SlideSource, report: Report, pictures: Pictures) {
  if (!source.front) return {};
  const fields = new Fields(source.front, report, pictures);
  const id = fields.text("id", 60);
  const part = fields.text("part", 80);
  const minutes = fields.number("minutes", { min: 0, max: limits.slideMinutes, whole: false });
  const recall = fields.text("recall", 60);
  fields.done("The front matter of a slide");
  if (id !== undefined && !isSlug(id))
    fields.fault(
      "id",
      `“id” is made of small letters, digits and hyphens, as in “${slugOf(id) || "my-slide"}”.`,
    );
  return { id, part, minutes, recall, lines: fields.lines() };
}

type Parts = {
  title: string;
  body: RootContent[];
  notes: Html;
  explanation: Html;
  prompt?: { kind: Kind; own: object | undefined; lines: Map<string, number> };
};

/** Sorts what stands on a slide into its title, body, notes, prompt and explanation. */
function takeApart(markdown: Markdown, source: SlideSource, report: Report): Parts {
  const parts: Parts = { title: "", body: [], notes: "" as Html, explanation: "" as Html };
  let titled = false;
  let boxLine: number | undefined;
  for (const node of markdown.nodes) {
    if (node.type === "heading" && !titled) {
      titled = true;
      parts.title = oneLine(plainText(node));
      checkTitle(parts.title, markdown.lineOf(node), report);
    } else if (node.type === "html" && isComment(node.value)) {
      parts.notes = (parts.notes + readNotes(node.value, markdown, markdown.lineOf(node), report)) as Html;
    } else if (node.type === "code" && node.lang) {
      const block = { text: node.value, line: markdown.lineOf(node) + 1 };
      const read = readPrompt(node.lang, block, report, markdown.pictures);
      if (read && parts.prompt)
        report(markdown.lineOf(node), "A slide asks one thing: move this block to a slide of its own.");
      parts.prompt ??= read;
    } else if (node.type === "blockquote" && calloutOf(node, markdown)) {
      boxLine ??= markdown.lineOf(node);
      parts.explanation = (parts.explanation + readExplanation(node, markdown, report)) as Html;
    } else {
      if (!titled && node.type !== "definition" && node.type !== "html") {
        titled = true;
        report(markdown.lineOf(node), "A slide begins with its title: a line like “# My title”.");
      }
      parts.body.push(node);
    }
  }
  if (!titled) report(source.line, "This slide has no title: begin it with a line like “# My title”.");
  if (parts.explanation && boxLine !== undefined && !parts.prompt)
    report(
      boxLine,
      "An explanation is shown with results, and this slide asks nothing. Make it ordinary text.",
    );
  return parts;
}

function checkTitle(title: string, line: number, report: Report): void {
  if (title === "") report(line, "This slide's title is empty.");
  else if (title.length > 160)
    report(line, `This title is too long: ${title.length} characters, and at most 160 fit.`);
}

function readPrompt(kind: string, block: Block, report: Report, pictures: Pictures): Parts["prompt"] {
  if (!isFencedKind(kind)) {
    report(
      block.line - 1,
      `There is no kind of slide called “${kind}”. ${suggest(kind, Object.keys(kindFormats))}`,
    );
    return undefined;
  }
  const fields = new Fields(block, report, pictures);
  const own = kindFormats[kind].read(fields);
  const asked = asksForAnswers(kind) ? readAsking(fields) : {};
  fields.done(`A block “${kind}”`);
  return { kind, own: own && { ...asked, ...own }, lines: fields.lines() };
}

/** What every kind that asks for answers can have. Whether the named slide fits is checked with the whole class. */
function readAsking(fields: Fields) {
  const rounds = fields.number("rounds", { min: 1, max: 2, whole: true });
  return { rounds: rounds ?? 1, compare: fields.text("compare", 60) ?? null };
}

/** The words of a comment are Markdown too. */
function readNotes(comment: string, { pictures }: Markdown, line: number, report: Report): Html {
  let html = "";
  for (const match of comment.matchAll(/<!--([\s\S]*?)-->/g)) {
    const before = comment.slice(0, match.index).split("\n").length - 1;
    const markdown = readMarkdown({ text: match[1] ?? "", line: line + before }, pictures);
    html += render(markdown, markdown.nodes, bodyTop, report);
  }
  return html as Html;
}

function readExplanation(node: Blockquote, markdown: Markdown, report: Report): Html {
  const name = calloutOf(node, markdown) ?? "";
  if (name.toLowerCase() !== "explanation") {
    report(markdown.lineOf(node), `There is no box called “${name}”. ${suggest(name, ["explanation"])}`);
    return "" as Html;
  }
  return render(markdown, insideCallout(node), bodyTop, report);
}

function plainText(node: RootContent): string {
  if (node.type === "break") return " ";
  if ("value" in node) return node.type === "html" ? "" : node.value;
  return "children" in node ? node.children.map((child) => plainText(child as RootContent)).join("") : "";
}
