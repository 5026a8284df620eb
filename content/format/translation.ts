import type { Deck, Translation } from "@/protocol/classes";
import type { Slide } from "@/protocol/kinds";
import type { Report } from "./errors";
import { suggest } from "./spelling";

export type ReadDeck = { deck: Deck; lines: Map<string, number> };

/**
 * What a translated file says of the class's slides. Its words are its own; what
 * answers are counted by must be the class's, or answers would not pool (R60).
 */
export function translationOf(
  own: ReadDeck,
  translated: ReadDeck,
  language: string,
  report: Report,
): Pick<Translation, "title" | "summary" | "slides"> {
  const { title, summary, slides } = translated.deck;
  if (translated.deck.language !== language)
    report(1, `The file's name says “${language}”, and its “language” says “${translated.deck.language}”.`);
  if (language === own.deck.language) report(1, `“${language}” is the language of the class itself.`);
  const known = new Map<string, Slide>(own.deck.slides.map((slide) => [slide.id, slide]));
  const found: Record<string, Slide> = {};
  for (const slide of slides) {
    const line = translated.lines.get(slide.id) ?? 1;
    const original = known.get(slide.id);
    if (!original) {
      report(line, `The class has no slide “${slide.id}”. ${suggest(slide.id, [...known.keys()])}`);
      continue;
    }
    const difference = differenceOf(original, slide);
    if (difference) report(line, difference);
    else found[slide.id] = { ...slide, minutes: original.minutes };
  }
  return { title, summary, slides: found };
}

/** In which words a translated slide is not the class's slide; undefined when it is. */
function differenceOf(original: Slide, translated: Slide): string | undefined {
  if (original.kind !== translated.kind)
    return `This slide is “${translated.kind}” here and “${original.kind}” in the class.`;
  if (original.bodies.length !== translated.bodies.length)
    return `This slide is revealed in ${translated.bodies.length - 1} steps here and in ${original.bodies.length - 1} in the class.`;
  const [one, other] = [bonesOf(original), bonesOf(translated)];
  const field = Object.keys(one).find((name) => JSON.stringify(one[name]) !== JSON.stringify(other[name]));
  return (
    field && `“${field}” must be as in the class, with the same ids in the same order: ${said(one[field])}.`
  );
}

const words = [
  "part",
  "title",
  "bodies",
  "notes",
  "minutes",
  "explanation",
  "low",
  "high",
  "first",
  "last",
  "starter",
];

/** A slide without its words: lists of items become lists of their ids. */
function bonesOf(slide: Slide): Record<string, unknown> {
  const entries = Object.entries(slide).filter(([name]) => !words.includes(name));
  return Object.fromEntries(
    entries.map(([name, value]) => [name, Array.isArray(value) ? value.map(idOf) : value]),
  );
}

function idOf(value: unknown): unknown {
  return typeof value === "object" && value !== null && "id" in value ? value.id : value;
}

function said(value: unknown): string {
  return Array.isArray(value) ? value.join(", ") : JSON.stringify(value);
}
