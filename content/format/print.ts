import { stringify } from "yaml";
import type { Deck } from "@/protocol/classes";
import type { Slide } from "@/protocol/kinds";
import type { Html } from "@/protocol/kinds/base";
import { type FencedKind, type KindFormat, kindFormats } from "./kinds";
import { printMarkdown } from "./print-markdown";
import { readHtml } from "./read-html";
import { slugOf } from "./slug";

/** The files of a class, or of one of its translations. */
export type Printed = { source: string; handout: string; guide: string };

/** A class as its files, in the form that `parseClass` reads back to the same deck. Pictures are named as they are served. */
export function printClass(deck: Deck): Printed & { translations: (Printed & { language: string })[] } {
  const translations = Object.entries(deck.translations).map(([language, { slides, ...texts }]) => {
    const inOrder = deck.slides.flatMap(({ id }) => (Object.hasOwn(slides, id) ? [slides[id] as Slide] : []));
    return { language, ...printFiles({ ...deck, ...texts, language, slides: inOrder }, {}) };
  });
  const { slug } = deck;
  // Of several files, the class's own is the one with a slug.
  const named = translations.length > 0 || slug !== slugOf(deck.title);
  return { ...printFiles(deck, named ? { slug } : {}), translations };
}

function printFiles(deck: Deck, named: { slug?: string }): Printed {
  const { title, summary, language } = deck;
  const front = fields({
    ...named,
    title,
    ...(summary === "" ? {} : { summary }),
    language,
  });
  const slides = deck.slides.map((slide, index) => printSlide(slide, deck.slides[index - 1]));
  return {
    source: [`---\n${front}---\n`, ...slides].join("\n"),
    handout: printPage(deck.handout),
    guide: printPage(deck.guide),
  };
}

function printPage(html: Html): string {
  return html === "" ? "" : `${markdownOf(html)}\n`;
}

function printSlide(slide: Slide, before: Slide | undefined): string {
  const { id, part, minutes } = slide;
  const front = fields({
    id,
    ...(part === (before?.part ?? "") ? {} : { part }),
    ...(minutes === 0 ? {} : { minutes }),
    ...(slide.kind === "content" && slide.recall !== null ? { recall: slide.recall } : {}),
  });
  const title = printMarkdown(
    {
      type: "root",
      children: [{ type: "heading", depth: 1, children: [{ type: "text", value: slide.title }] }],
    },
    "plain",
  );
  const pieces = [
    `---\n${front}---`,
    title,
    markdownOf(slide.bodies.at(-1) ?? ("" as Html), "body"),
    slide.kind === "content" ? "" : printPrompt(slide),
    slide.explanation === "" ? "" : quoted(`[!explanation]\n\n${markdownOf(slide.explanation)}`),
    slide.notes === "" ? "" : `<!--\n${markdownOf(slide.notes)}\n-->`,
  ];
  return `${pieces.filter((piece) => piece !== "").join("\n\n")}\n`;
}

function printPrompt(slide: Extract<Slide, { kind: FencedKind }>): string {
  const format = kindFormats[slide.kind] as KindFormat<FencedKind>;
  const asked = "rounds" in slide ? slide : undefined;
  const own = {
    ...format.print(slide),
    ...(asked?.rounds === 2 ? { rounds: 2 } : {}),
    ...(asked?.compare ? { compare: asked.compare } : {}),
  };
  return `\`\`\`${slide.kind}\n${fields(own)}\`\`\``;
}

function fields(values: Record<string, unknown>): string {
  // One line per field, however long: a line break means nothing to the reader but costs the editor.
  return Object.keys(values).length === 0 ? "" : stringify(values, { lineWidth: 0 });
}

function quoted(text: string): string {
  return text
    .split("\n")
    .map((line) => (line === "" ? ">" : `> ${line}`))
    .join("\n");
}

function markdownOf(html: Html, use: "body" | "plain" = "plain"): string {
  return printMarkdown(readHtml(html), use);
}
