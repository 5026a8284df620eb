import { expect, test } from "vitest";
import { loadBuiltInClasses } from "@/content/load";
import type { Deck } from "@/protocol/classes";
import type { Slide } from "@/protocol/kinds";
import { itemsOf, parentText } from "./attachment/parent-text";
import { blocksOf } from "./attachment/reading-grade";
import { spanishEase } from "./spanish-ease";

/** INFLESZ: from here on a text is “fairly easy”. */
const easy = 65;
/** Of a single slide, where a few long words weigh much: no harder than “normal”. */
const normal = 55;
const longestSentence = 30;

const labels = {
  en: ["Say", "Time.", "Listen for.", "If nobody answers.", "If something painful is said."],
  es: ["Di", "Tiempo.", "Escucha.", "Si nadie responde.", "Si surge algo doloroso."],
};

type Edition = Pick<Deck, "title" | "summary" | "handout" | "guide"> & { slides: Slide[] };
type Language = keyof typeof labels;

const decks = (await loadBuiltInClasses()).map(({ deck }) => deck);
const editions = decks.map((deck) => ({ slug: deck.slug, en: edition(deck, "en"), es: edition(deck, "es") }));
const pairs = editions.flatMap(({ slug, en, es }) =>
  en.slides.map((slide) => ({
    name: `${slug}, ${slide.id}`,
    en: slide,
    es: es.slides.find(({ id }) => id === slide.id),
  })),
);
const both = (es: Slide | undefined): Slide => {
  if (!es) throw new Error("This slide has no Spanish.");
  return es;
};

function edition(deck: Deck, language: Language): Edition {
  if (language === deck.language) return deck;
  const found = deck.translations[language];
  if (!found) throw new Error(`The class ${deck.slug} is not in ${language}.`);
  return { ...found, slides: deck.slides.flatMap(({ id }) => found.slides[id] ?? []) };
}

/** Each text of a slide under the name of its place, in order. */
function textsOf(slide: Slide): [string, string][] {
  const place = (name: string, html: string) =>
    blocksOf(html).map((text, index): [string, string] => [`${name} ${index}`, text]);
  const own = Object.entries(slide).filter(([name]) =>
    ["part", "title", "low", "high", "first", "last", "starter"].includes(name),
  );
  return [
    ...own.map(([name, text]): [string, string] => [name, String(text)]),
    ...slide.bodies.flatMap((body, step) => place(`step ${step}`, body)),
    ...itemsOf(slide).flatMap(({ id, text, picture }): [string, string][] =>
      picture
        ? [
            [id, text],
            [`picture of ${id}`, picture.alt],
          ]
        : [[id, text]],
    ),
    ...place("explanation", slide.explanation),
    ...place("notes", slide.notes),
  ];
}

/** Emphasis is each language's own; paragraphs and lists are not. */
function shapeOf(html: string): string[] {
  return html.match(/<\/?(?:h\d|p|ul|ol|li|strong|img)\b/g) ?? [];
}

function numbersIn(texts: string[]): string[] {
  return texts.flatMap((text) => text.match(/\d+/g) ?? []);
}

function wordsIn(texts: string[]): number {
  return texts.join(" ").match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}

function spokenIn(slide: Slide): string[] {
  return [
    ...blocksOf(slide.notes)
      .join("\n")
      .matchAll(/«([^»]+)»/g),
  ].map(([, said]) => said ?? "");
}

/** The slides whose titles are quoted, in the order in which a guide names them. */
function slidesNamed({ guide, slides }: Edition, quoted: RegExp): string[] {
  return [...guide.matchAll(quoted)].flatMap(
    ([, title]) => slides.find((one) => one.title === title)?.id ?? [],
  );
}

test("there is more than one class", () => {
  expect(decks.map(({ slug }) => slug)).toEqual(expect.arrayContaining(["attachment", "repair"]));
});

test.each(editions)("$slug has its title, summary, handout and guide in both languages", ({ en, es }) => {
  for (const name of ["title", "summary", "handout", "guide"] as const) {
    expect(en[name]).not.toBe("");
    expect(es[name]).not.toBe("");
    expect(es[name]).not.toBe(en[name]);
  }
  expect(es.slides.map(({ id }) => id)).toEqual(en.slides.map(({ id }) => id));
});

test.each(editions)(
  "handout and guide of $slug have the same paragraphs, lists and numbers",
  ({ en, es }) => {
    for (const page of ["handout", "guide"] as const) {
      expect(shapeOf(es[page])).toEqual(shapeOf(en[page]));
      const [ours, theirs] = [blocksOf(en[page]), blocksOf(es[page])];
      expect(theirs.map((text) => numbersIn([text]))).toEqual(ours.map((text) => numbersIn([text])));
      expect(theirs.filter((text, index) => text === ours[index])).toEqual([]);
    }
  },
);

test.each(editions)("both guides of $slug name the same slides, by their titles", ({ en, es }) => {
  const named = slidesNamed(en, /“([^”]+)”/g);
  expect(named.length).toBeGreaterThan(5);
  expect(slidesNamed(es, /«([^»]+)»/g)).toEqual(named);
});

test.each(pairs)("$name says in Spanish all that it says in English", ({ en, es }) => {
  const [ours, theirs] = [textsOf(en), textsOf(both(es))];
  expect(theirs.map(([place]) => place)).toEqual(ours.map(([place]) => place));
  const left = theirs.filter(([, text], index) => text === ours[index]?.[1] && text !== "");
  expect(left).toEqual([]);
  for (const [place, text] of theirs)
    expect(text === "", place).toBe(ours.find(([one]) => one === place)?.[1] === "");
  expect(numbersIn(theirs.map(([, text]) => text))).toEqual(numbersIn(ours.map(([, text]) => text)));
  expect(shapeOf(both(es).notes)).toEqual(shapeOf(en.notes));
});

test.each(pairs)("$name has whole notes in both languages", ({ en, es }) => {
  for (const [slide, wanted] of [
    [en, labels.en],
    [both(es), labels.es],
  ] as const) {
    for (const label of wanted) expect(slide.notes).toContain(`<strong>${label}`);
    expect(wordsIn(blocksOf(slide.notes))).toBeGreaterThan(70);
  }
});

test.each(editions)("the Spanish of $slug is fairly easy to read, or easier", ({ es }) => {
  expect(spanishEase(es.slides.flatMap(parentText))).toBeGreaterThanOrEqual(easy);
  expect(spanishEase(es.slides.flatMap(spokenIn))).toBeGreaterThanOrEqual(easy);
  expect(spanishEase(blocksOf(es.handout))).toBeGreaterThanOrEqual(easy);
  expect(spanishEase(blocksOf(es.guide))).toBeGreaterThanOrEqual(easy);
});

test.each(editions)(
  "whole Spanish sentences of $slug, without short lines and titles, are as easy",
  ({ es }) => {
    const read = [...es.slides.flatMap(parentText), ...blocksOf(es.handout)];
    expect(spanishEase(read.filter((text) => /[.?]$/.test(text)))).toBeGreaterThanOrEqual(easy);
    for (const sentence of read.flatMap((text) => text.split(/[.:?;]\s/)))
      expect(sentence.split(/\s+/).length, sentence).toBeLessThanOrEqual(longestSentence);
  },
);

test.each(pairs)("$name fits the screen in both languages", ({ en, es }) => {
  for (const { title, bodies } of [en, both(es)]) {
    expect(wordsIn([title])).toBeLessThanOrEqual(8);
    expect(wordsIn(blocksOf(bodies.at(-1) ?? ""))).toBeLessThanOrEqual(45);
  }
});

test.each(pairs)("no text of $name is hard to read in Spanish", ({ es }) => {
  expect(spanishEase(parentText(both(es)))).toBeGreaterThanOrEqual(normal);
  expect(spanishEase(spokenIn(both(es)))).toBeGreaterThanOrEqual(normal);
});

test.each(editions)("the Spanish of $slug says tú and ustedes, and shouts nowhere", ({ es }) => {
  const text = [
    es.title,
    es.summary,
    es.handout,
    es.guide,
    ...es.slides.flatMap(textsOf).map(([, one]) => one),
  ];
  expect(text.join("\n")).not.toMatch(/\b(?:usted|vosotr[oa]s|vuestr[oa]s?|vos)\b|[!¡]/i);
});
