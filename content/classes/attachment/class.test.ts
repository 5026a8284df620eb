import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseClass } from "@/content/format/parse";
import { printClass } from "@/content/format/print";
import type { Deck } from "@/protocol/classes";
import { runsOf } from "./source-runs";

const here = "content/classes/attachment";
const source = readFileSync(`${here}/class.en.md`, "utf8");
const handout = readFileSync(`${here}/handout.en.md`, "utf8");
const deck = deckOf(source, handout);

function deckOf(text: string, kept: string): Deck {
  const parsed = parseClass(text, "class.en.md", { source: kept, file: "handout.en.md" });
  if ("errors" in parsed) throw new Error(JSON.stringify(parsed.errors));
  return parsed.deck;
}

function wordsIn(html: string): number {
  return html.replace(/<[^>]+>/g, " ").match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}

test("the class goes through the five parts in order, between arriving and going home", () => {
  expect([...new Set(deck.slides.map(({ part }) => part))]).toEqual([
    "Arriving",
    "What attachment is",
    "What attachment is not",
    "Why it matters",
    "How mindfulness helps",
    "Good-enough parenting",
    "Going home",
  ]);
  expect(deck.slides.length).toBeGreaterThanOrEqual(20);
  expect(deck.slides.length).toBeLessThanOrEqual(26);
});

test("it uses every kind, and fills an hour and a half", () => {
  expect(new Set(deck.slides.map(({ kind }) => kind))).toEqual(
    new Set(["content", "choice", "scale", "words", "open"]),
  );
  const minutes = deck.slides.reduce((sum, slide) => sum + slide.minutes, 0);
  expect(minutes).toBeGreaterThanOrEqual(75);
  expect(minutes).toBeLessThanOrEqual(90);
});

test("the limits of confidentiality are said before anyone writes a word", () => {
  const agreements = deck.slides.findIndex(({ id }) => id === "agreements");
  const firstText = deck.slides.findIndex(({ kind }) => kind === "words" || kind === "open");
  expect(agreements).toBeGreaterThanOrEqual(0);
  expect(agreements).toBeLessThan(firstText);
});

test("the same measure stands before and after", () => {
  const measures = deck.slides.flatMap((slide) => (slide.kind === "scale" && slide.measure ? [slide] : []));
  expect(measures.map(({ id }) => id)).toEqual(["before", "after"]);
  const [before, after] = measures.map(({ statements, points, low, high }) => ({
    statements,
    points,
    low,
    high,
  }));
  expect(after).toEqual(before);
});

test("only a question of fact has a right answer", () => {
  const facts = deck.slides.filter((slide) => slide.kind === "choice" && slide.correct.length > 0);
  expect(facts.map(({ id }) => id)).toEqual(["guess"]);
});

test.each(deck.slides.map((slide) => [slide.id, slide] as const))(
  "slide %s is short, and its notes are not",
  (_, slide) => {
    expect(wordsIn(slide.title)).toBeLessThanOrEqual(8);
    expect(wordsIn(slide.bodies.at(-1) ?? "")).toBeLessThanOrEqual(45);
    expect(wordsIn(slide.notes)).toBeGreaterThan(80);
    for (const label of ["Say", "Time", "Listen for", "If nobody answers", "If something painful is said"])
      expect(slide.notes).toContain(`<strong>${label}`);
    expect(slide.minutes).toBeGreaterThan(0);
  },
);

test("nothing shouts", () => {
  expect(source.replaceAll("<!--", "").replaceAll("[!explanation]", "") + handout).not.toContain("!");
});

test("no nine words in a row come from the handout it was made from", () => {
  const known = new Set(readFileSync(`${here}/source-runs.txt`, "utf8").trim().split("\n"));
  expect(known.size).toBeGreaterThan(500);
  const coverage = readFileSync("docs/attachment-coverage.md", "utf8");
  const copied = [source, handout, coverage].flatMap((text) =>
    [...runsOf(text)].flatMap(([hash, run]) => (known.has(hash) ? [run] : [])),
  );
  expect(copied).toEqual([]);
});

test("it is printed and read again to the same class", () => {
  const printed = printClass(deck);
  expect(deckOf(printed.source, printed.handout)).toEqual(deck);
});
