import type { Slide } from "@/protocol/kinds";
import type { Item } from "@/protocol/kinds/base";
import { blocksOf } from "./reading-grade";

/** Everything on a slide that parents read, block by block. */
export function parentText(slide: Slide): string[] {
  return [
    slide.title,
    ...blocksOf(slide.bodies.at(-1) ?? ""),
    ...itemsOf(slide).flatMap(({ text, picture }) => (picture ? [text, picture.alt] : [text])),
    ...wordsOf(slide),
    ...blocksOf(slide.explanation),
  ].filter((text) => text !== "");
}

/** What the facilitator is asked to say aloud: in the notes it stands in quotation marks. */
export function spokenText(slide: Slide): string[] {
  const notes = blocksOf(slide.notes).join("\n");
  return [...notes.matchAll(/“([^”]+)”/g)].map(([, said]) => said ?? "");
}

export function itemsOf(slide: Slide): Item[] {
  switch (slide.kind) {
    case "choice":
      return slide.options;
    case "sort":
      return [...slide.bins, ...slide.statements];
    case "scale":
      return slide.statements;
    case "continuum":
      return [...slide.zones, ...slide.scenarios];
    case "rank":
      return slide.items;
    default:
      return [];
  }
}

function wordsOf(slide: Slide): string[] {
  switch (slide.kind) {
    case "scale":
      return [slide.low, slide.high];
    case "rank":
      return [slide.first, slide.last];
    case "reflect":
      return [slide.starter];
    default:
      return [];
  }
}
