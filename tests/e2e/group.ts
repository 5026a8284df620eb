import type { ResponseValue, Slide } from "@/protocol/kinds";

/** What five parents answer in the attachment class. */

const texts: Record<string, string[]> = {
  "calm-do-ideas": [
    "A glass of cold water",
    "I look at the tree across the road",
    "Salgo un momento al balcón",
    "I count to four, twice",
    "Uncle Theo told me to shout back",
  ],
};

/** How the facilitator groups the cards that stay: by theme, the places of the texts above. */
export const grouping: [name: string, cards: number[]][] = [
  ["Water", [0]],
  ["Step outside", [1, 2]],
  ["Count", [3]],
];

const words: Record<string, { given: string[][]; merged: [string, number][] }> = {
  arriving: {
    given: [["tired", "curious"], ["cansada"], ["Tired"], ["tired", "late"], ["hopeful"]],
    merged: [
      ["tired", 3],
      ["cansada", 1],
      ["curious", 1],
      ["hopeful", 1],
      ["late", 1],
    ],
  },
  // The plural joins the singular, and capitals do not count.
  "why-do-soothe": {
    given: [["song", "blanket", "walk"], ["leche"], ["songs"], ["song", "Blanket"], ["rocking"]],
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
/** After the talk most have come to the second one. */
const oneOfAgain = [[1], [1], [1], [0], [1]];
/** How the first statement is rated; at the end of the class higher. */
const ratings: Record<string, number[]> = { before: [1, 2, 2, 4, 5], after: [3, 3, 4, 5, 5] };

/** The five answers, in the order of the phones. */
export function answersTo(slide: Slide, round = 1): ResponseValue[] {
  switch (slide.kind) {
    case "choice": {
      const one = round > 1 ? oneOfAgain : oneOf;
      const places = slide.options.length;
      return (slide.pick > 1 ? severalOf(places - 1) : one).map((chosen) => ({
        kind: "choice",
        options: chosen.map((index) => at(slide.options, index)),
      }));
    }
    case "sort":
      return five.map((phone) => ({
        kind: "sort",
        bins: Object.fromEntries(
          slide.statements.map(({ id }, index) => [id, at(slide.bins, index * phone + (index > 4 ? 1 : 0))]),
        ),
      }));
    case "scale":
      return (ratings[slide.id] ?? []).map((first) => ({
        kind: "scale",
        ratings: Object.fromEntries(
          slide.statements.map(({ id }, index) => [id, ((first - 1 + index) % slide.points) + 1]),
        ),
      }));
    case "continuum":
      return five.map((phone) => ({
        kind: "continuum",
        // One thumb leaves the middle of its zone, the others tap.
        places: Object.fromEntries(
          slide.scenarios.map(({ id }, index) => [id, phone === 0 ? 40 + index : zoneMiddle(phone, index)]),
        ),
      }));
    case "rank":
      return five.map((phone) => ({ kind: "rank", order: turned(slide.items, phone % 3) }));
    case "words":
      return (words[slide.id]?.given ?? []).map((given) => ({ kind: "words", words: given }));
    case "open":
      return (texts[slide.id] ?? []).map((text) => ({ kind: "open", text, language: "en" }));
    case "reflect":
      return five.map(() => ({ kind: "reflect" }));
    case "content":
    case "pause":
    case "pair":
      return [];
  }
}

/** The words of a prompt as they must be merged. */
export const mergedWords = (slide: Slide) => words[slide.id]?.merged ?? [];

/** What a parent writes for nobody else. */
export const ownThought = (slide: Slide) => `Nobody reads my ${slide.id} but me`;

const five = [0, 1, 2, 3, 4];
/** The places that a tap leaves in a line with the edges 33 and 67. */
const zoneMiddle = (phone: number, index: number) => [16, 50, 83][(phone * index + phone) % 3] ?? 50;

function at(items: { id: string }[], index: number): string {
  return items[index % items.length]?.id ?? "";
}

function turned(items: { id: string }[], by: number): string[] {
  const ids = items.map(({ id }) => id);
  return [...ids.slice(by), ...ids.slice(0, by)];
}
