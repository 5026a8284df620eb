import fc from "fast-check";
import type { Deck } from "@/protocol/classes";
import { slideId } from "@/protocol/ids";
import type { Kind, Slide, SlideOf } from "@/protocol/kinds";
import type { Html } from "@/protocol/kinds/base";

/** A slide's kind and how many reveal steps it has. */
type Outline = { kind: Kind; bodies: number };

const letters = ["a", "b", "c", "d"];
const items = (count: number) => letters.slice(0, count).map((id) => ({ id, text: `Text of ${id}` }));

/** What every slide of a made deck says about itself, so that a test can find it where it must not be. */
function baseOf(id: string, bodies: number) {
  return {
    id: slideId.parse(id),
    part: "A part",
    title: `Title of ${id}`,
    bodies: Array.from({ length: bodies }, (_, step) => `<p>Body ${step} of ${id}</p>` as Html),
    notes: `<p>Notes of ${id}</p>` as Html,
    minutes: 2,
    explanation: `<p>Explanation of ${id}</p>` as Html,
  };
}

const promptOf = (id: string, bodies: number) => ({
  ...baseOf(id, bodies),
  rounds: 1 as const,
  compare: null,
});

const makers: { [K in Kind]: (id: string, bodies: number) => SlideOf<K> } = {
  content: (id, bodies) => ({ ...baseOf(id, bodies), kind: "content", recall: null }),
  choice: (id, bodies) => ({
    ...promptOf(id, bodies),
    kind: "choice",
    options: items(4),
    pick: 2,
    correct: ["c"],
    from: null,
  }),
  sort: (id, bodies) => ({
    ...promptOf(id, bodies),
    kind: "sort",
    bins: items(2),
    statements: items(3),
    correct: { a: "b" },
  }),
  scale: (id, bodies) => ({
    ...promptOf(id, bodies),
    kind: "scale",
    statements: items(2),
    points: 5,
    low: "Not at all",
    high: "Very much",
    measure: false,
  }),
  continuum: (id, bodies) => ({
    ...promptOf(id, bodies),
    kind: "continuum",
    zones: items(3),
    edges: [30, 70],
    scenarios: items(2),
  }),
  words: (id, bodies) => ({ ...promptOf(id, bodies), kind: "words", count: 2 }),
  open: (id, bodies) => ({ ...promptOf(id, bodies), kind: "open" }),
  rank: (id, bodies) => ({
    ...promptOf(id, bodies),
    kind: "rank",
    items: items(3),
    first: "First",
    last: "Last",
    correct: ["c", "a", "b"],
  }),
  reflect: (id, bodies) => ({
    ...promptOf(id, bodies),
    kind: "reflect",
    starter: "I would",
    intention: false,
  }),
  pause: (id, bodies) => ({
    ...baseOf(id, bodies),
    kind: "pause",
    seconds: 60,
    rhythm: { in: 4, hold: 0, out: 6, rest: 0 },
  }),
  pair: (id, bodies) => ({ ...baseOf(id, bodies), kind: "pair", seconds: 120, turns: 2 }),
};

export const kinds = Object.keys(makers) as Kind[];

/** A slide of this kind, complete and otherwise unremarkable. */
export function slideOf<K extends Kind>(kind: K, id: string = kind, bodies = 1): SlideOf<K> {
  return makers[kind](id, bodies);
}

export function deckOf(slides: Slide[]): Deck {
  return {
    slug: "made-for-tests",
    title: "A class made for tests",
    summary: "Short.",
    language: "en",
    slides,
    handout: "<p>The handout</p>" as Html,
    guide: "<p>The guide</p>" as Html,
    translations: {},
  };
}

/** One slide of every kind, the first with two reveal steps more, and a last one that asks nothing. */
export const everyKind = deckOf([
  slideOf("content", "welcome", 3),
  ...kinds.filter((kind) => kind !== "content").map((kind) => slideOf(kind)),
  slideOf("content", "farewell"),
]);

/** Any deck of one to seven slides. */
export const anyDeck: fc.Arbitrary<Deck> = fc
  .array(fc.record<Outline>({ kind: fc.constantFrom(...kinds), bodies: fc.integer({ min: 1, max: 3 }) }), {
    minLength: 1,
    maxLength: 7,
  })
  .map((outlines) => deckOf(outlines.map(({ kind, bodies }, index) => slideOf(kind, `s${index}`, bodies))));
