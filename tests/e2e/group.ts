import type { ResponseValue, Slide } from "@/protocol/kinds";

/** What five parents answer in the attachment class. */

const texts: Record<string, string[]> = {
  "first-sign": [
    "My shoulders climb up to my ears",
    "I talk faster and louder",
    "Me quedo muy callada",
    "My jaw is hard as wood",
    "Uncle Theo shouted at me on Sunday",
  ],
  intention: [
    "When the shoes fly, I will sit down first",
    "When it is bath time, I will sing",
    "Cuando llegue a casa, dejo el teléfono",
    "When I was loud, I will say so",
    "When she wakes at four, I will breathe once",
  ],
};

const words: Record<string, { given: string[][]; merged: [string, number][] }> = {
  arriving: {
    given: [["tired", "curious"], ["Tired"], ["cansada"], ["tired", "late"], ["hopeful"]],
    merged: [
      ["tired", 3],
      ["cansada", 1],
      ["curious", 1],
      ["hopeful", 1],
      ["late", 1],
    ],
  },
  // The plural joins the singular, and capitals do not count.
  soothers: {
    given: [["song", "blanket", "walk"], ["songs"], ["leche"], ["song", "Blanket"], ["rocking"]],
    merged: [
      ["song", 3],
      ["blanket", 2],
      ["leche", 1],
      ["rocking", 1],
      ["walk", 1],
    ],
  },
};

const severalOf = (last: number) => [[0, 1, 2], [0], [0, last], [1, 2], [last]];
const oneOf = [[0], [1], [1], [1], [3]];

/** The five answers, in the order of the phones. */
export function answersTo(slide: Slide): ResponseValue[] {
  switch (slide.kind) {
    case "choice":
      return (slide.pick > 1 ? severalOf(slide.options.length - 1) : oneOf).map((indices) => ({
        kind: "choice",
        options: slide.options.filter((_, index) => indices.includes(index)).map(({ id }) => id),
      }));
    case "scale":
      return [1, 2, 2, 4, 5].map((first) => ({
        kind: "scale",
        ratings: Object.fromEntries(
          slide.statements.map(({ id }, index) => [id, ((first - 1 + index) % slide.points) + 1]),
        ),
      }));
    case "words":
      return (words[slide.id]?.given ?? []).map((given) => ({ kind: "words", words: given }));
    case "open":
      return (texts[slide.id] ?? []).map((text) => ({ kind: "open", text }));
    case "content":
      return [];
  }
}

/** The words of a prompt as they must be merged. */
export const mergedWords = (slide: Slide) => words[slide.id]?.merged ?? [];
