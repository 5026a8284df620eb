import { stringify } from "yaml";
import type { Deck } from "@/protocol/classes";
import type { Slide } from "@/protocol/kinds";
import type { Html } from "@/protocol/kinds/base";
import { type FencedKind, type KindFormat, kindFormats } from "./kinds";
import { printMarkdown } from "./print-markdown";
import { readHtml } from "./read-html";
import { slugOf } from "./slug";

export type Printed = { source: string; handout: string };

/** A class as its two files, in the form that `parseClass` reads back to the same deck. */
export function printClass(deck: Deck): Printed {
  const { slug, title, summary, language } = deck;
  const front = fields({
    ...(slug === slugOf(title) ? {} : { slug }),
    title,
    ...(summary === "" ? {} : { summary }),
    language,
  });
  const slides = deck.slides.map((slide, index) => printSlide(slide, deck.slides[index - 1]));
  return {
    source: [`---\n${front}---\n`, ...slides].join("\n"),
    handout: deck.handout === "" ? "" : `${markdownOf(deck.handout)}\n`,
  };
}

function printSlide(slide: Slide, before: Slide | undefined): string {
  const { id, part, minutes } = slide;
  const front = fields({
    id,
    ...(part === (before?.part ?? "") ? {} : { part }),
    ...(minutes === 0 ? {} : { minutes }),
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
  return `\`\`\`${slide.kind}\n${fields(format.print(slide))}\`\`\``;
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
