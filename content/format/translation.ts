import type { Deck, Translation } from "@/protocol/classes";
import type { Slide } from "@/protocol/kinds";
import type { Report } from "./errors";
import type { SlideLines } from "./slide";
import { suggest } from "./spelling";

export type ReadDeck = { deck: Deck; lines: Map<string, SlideLines> };

/** Where a field of a slide stands, or else the slide. */
export function lineOf({ lines }: ReadDeck, id: string, field?: string): number {
  const found = lines.get(id);
  return (field === undefined ? undefined : found?.fields.get(field)) ?? found?.slide ?? 1;
}

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
    const original = known.get(slide.id);
    if (!original) {
      report(
        lineOf(translated, slide.id, "id"),
        `The class has no slide “${slide.id}”. Give this one the “id” that it has in the class. ${suggest(slide.id, [...known.keys()])}`,
      );
      continue;
    }
    const difference = differenceOf(original, slide);
    if (difference) report(lineOf(translated, slide.id, difference.field), difference.message);
    else found[slide.id] = { ...slide, minutes: original.minutes };
  }
  checkParts(known, translated, report);
  return { title, summary, slides: found };
}

type Difference = { field?: string; message: string };

/** In which words a translated slide is not the class's slide; undefined when it is. */
function differenceOf(original: Slide, translated: Slide): Difference | undefined {
  if (original.kind !== translated.kind)
    return { message: `This slide is “${translated.kind}” here and “${original.kind}” in the class.` };
  const [steps, ownSteps] = [translated.bodies.length - 1, original.bodies.length - 1];
  if (steps !== ownSteps)
    return { message: `This slide is revealed in ${steps} steps here and in ${ownSteps} in the class.` };
  const [one, other] = [bonesOf(original), bonesOf(translated)];
  const field = Object.keys(one).find((name) => JSON.stringify(one[name]) !== JSON.stringify(other[name]));
  return field === undefined ? undefined : { field, message: differs(field, one[field], original) };
}

function differs(field: string, wanted: unknown, original: Slide): string {
  const lines = (original as Record<string, unknown>)[field];
  if (Array.isArray(lines) && lines.some(isItem))
    return `“${field}” needs the same names as in the class, in the same order, as in “- name: text”: ${said(wanted)}.`;
  if (wanted === null || wanted === false || said(wanted) === "")
    return `“${field}” is not in the class: take it away here.`;
  return `“${field}” must be as in the class: ${said(wanted)}.`;
}

/** Which parts the slides make must be the same: a slide that is left out may have been the one that began a part. */
function checkParts(known: Map<string, Slide>, translated: ReadDeck, report: Report): void {
  const [names, origins] = [new Map<string, string>(), new Map<string, string>()];
  for (const { id, part } of translated.deck.slides) {
    const own = known.get(id)?.part;
    if (own === undefined) continue;
    const [name, origin] = [names.get(own) ?? part, origins.get(part) ?? own];
    names.set(own, name);
    origins.set(part, origin);
    if (name === part && origin === own) continue;
    report(
      lineOf(translated, id, "part"),
      name === part
        ? `This slide stands in the part “${own}” of the class, and “${part}” is the name of another part here: give it its “part”.`
        : `This slide stands in the part “${own}” of the class, which is called “${name}” here: give it that “part”.`,
    );
    return;
  }
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
  const bones = Object.fromEntries(
    entries.map(([name, value]) => [name, Array.isArray(value) ? value.map(idOf) : value]),
  );
  // Several right options, or bins, are right in any order; only the order of a rank is the answer itself.
  if (slide.kind === "choice") return { ...bones, correct: slide.correct.toSorted() };
  if (slide.kind === "sort")
    return { ...bones, correct: Object.fromEntries(Object.entries(slide.correct).toSorted()) };
  return bones;
}

function isItem(value: unknown): value is { id: string } {
  return typeof value === "object" && value !== null && "id" in value;
}

function idOf(value: unknown): unknown {
  return isItem(value) ? value.id : value;
}

function said(value: unknown): string {
  if (Array.isArray(value)) return value.join(", ");
  if (typeof value !== "object" || value === null) return String(value);
  return Object.entries(value)
    .map(([name, one]) => `${name}: ${one}`)
    .join(", ");
}
