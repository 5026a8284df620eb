import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parentText, spokenText } from "@/content/classes/attachment/parent-text";
import { blocksOf, readingGrade } from "@/content/classes/attachment/reading-grade";
import { runsOf } from "@/content/classes/attachment/source-runs";
import { loadBuiltInClasses } from "@/content/load";
import type { Slide } from "@/protocol/kinds";

const classes = "content/classes";
/** Flesch–Kincaid: the sixth school year, age eleven to twelve. */
const usual = 6.5;

const decks = (await loadBuiltInClasses()).map(({ deck }) => deck);
const deck = decks.find(({ slug }) => slug === "repair");
if (!deck) throw new Error("The class on repair is not there.");
const { slides, guide, handout, translations } = deck;

function textOf(folder: string, language: string): string {
  return ["class", "handout", "guide"]
    .map((page) => readFileSync(`${classes}/${folder}/${page}.${language}.md`, "utf8"))
    .join("\n");
}

function slideOf<K extends Slide["kind"]>(kind: K): Extract<Slide, { kind: K }> {
  const found = slides.find((slide): slide is Extract<Slide, { kind: K }> => slide.kind === kind);
  if (!found) throw new Error(`The class has no ${kind}.`);
  return found;
}

/** The minutes beside each part in a guide's plan. */
function planIn(html: string): [string, number][] {
  return blocksOf(html).flatMap((line): [string, number][] => {
    const [, part, minutes] = /^(.+): (\d+)$/.exec(line) ?? [];
    return part ? [[part, Number(minutes)]] : [];
  });
}

test("it is short, and more than reading", () => {
  expect(slides.length).toBeLessThanOrEqual(10);
  expect(slides.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(20);
  const kinds = new Set(slides.map(({ kind }) => kind));
  expect([...kinds]).toEqual(expect.arrayContaining(["sort", "pause", "pair", "reflect"]));
  expect(kinds.size).toBeGreaterThanOrEqual(5);
});

test("the plan of the guide is the class, part by part, in both languages", () => {
  const spanish = translations.es;
  const editions = [
    { guide, slides },
    { guide: spanish?.guide ?? "", slides: slides.flatMap(({ id }) => spanish?.slides[id] ?? []) },
  ];
  for (const edition of editions) {
    const minutes = new Map<string, number>();
    for (const one of edition.slides) minutes.set(one.part, (minutes.get(one.part) ?? 0) + one.minutes);
    expect(planIn(edition.guide)).toEqual([...minutes]);
  }
});

test("each slide's notes tell the time that is planned for it", () => {
  for (const { id, notes, minutes } of slides)
    expect(Number(/<strong>Time\.<\/strong> (\d+) minutes?/.exec(notes)?.[1]), id).toBe(minutes);
  for (const { seconds, minutes } of [slideOf("pause"), slideOf("pair")])
    expect(seconds).toBeLessThanOrEqual(minutes * 60);
});

test("the exception to secrecy is said before anyone writes", () => {
  const place = slides.findIndex(({ bodies }) => /One exception: danger/.test(bodies.at(-1) ?? ""));
  const writing = slides.findIndex(({ kind }) => ["words", "open", "reflect"].includes(kind));
  expect(place).toBeGreaterThanOrEqual(0);
  expect(place).toBeLessThan(writing);
  expect(slideOf("reflect")).toMatchObject({ intention: true });
  expect(slideOf("reflect").bodies.at(-1)).toContain("Only you can read this");
});

test("the quiet minute can be had with open eyes, and left out", () => {
  const { bodies, notes } = slideOf("pause");
  expect(bodies.at(-1)).toMatch(/Look at one spot[\s\S]*You can also sit this out/);
  expect(notes).toMatch(/Open eyes are perfectly fine[\s\S]*sit it out/);
});

test("what depends on the child has no right place", () => {
  const { statements, correct } = slideOf("sort");
  expect(statements.map(({ id }) => id).filter((id) => !Object.hasOwn(correct, id))).toEqual(["hug"]);
});

test("it can be read at eleven or twelve", () => {
  expect(readingGrade(slides.flatMap(parentText))).toBeLessThanOrEqual(usual);
  expect(readingGrade(slides.flatMap(spokenText))).toBeLessThanOrEqual(usual);
  expect(readingGrade(blocksOf(handout))).toBeLessThanOrEqual(usual);
  for (const slide of slides) expect(readingGrade(parentText(slide)), slide.id).toBeLessThanOrEqual(8);
});

test.each(["en", "es"])("no nine words in a row of it (%s) stand in another text", (language) => {
  const own = runsOf(textOf("repair", language));
  const handed = readFileSync(`${classes}/attachment/source-runs.txt`, "utf8").trim().split("\n");
  const known = new Set([...handed, ...runsOf(textOf("attachment", language)).keys()]);
  expect([...own].flatMap(([hash, run]) => (known.has(hash) ? [run] : []))).toEqual([]);
});
