import { expect, test } from "vitest";
import { attachmentClass } from "./built";
import { parentText, spokenText } from "./parent-text";
import { blocksOf, readingGrade } from "./reading-grade";

/** Flesch–Kincaid: the sixth school year, age eleven to twelve. */
const usual = 6.5;
const hardest = 8;
const longestSentence = 30;

const deck = await attachmentClass();

test("the measure tells plain text from officialese", () => {
  expect(readingGrade(["Your child trips. You come. The tears stop."])).toBeLessThan(2);
  expect(
    readingGrade([
      "Physiological self-regulation is established through synchronisation with primary caregivers during infancy.",
    ]),
  ).toBeGreaterThan(15);
});

test("what parents read in the class can be read at eleven or twelve", () => {
  expect(readingGrade(deck.slides.flatMap(parentText))).toBeLessThanOrEqual(usual);
});

test.each(deck.slides.map((slide) => [slide.id, slide] as const))("slide %s is no harder", (_, slide) => {
  expect(readingGrade(parentText(slide))).toBeLessThanOrEqual(hardest);
  // Titles are short; the body must stand without their help.
  const body = slide.bodies.at(-1) ?? "";
  if (body !== "") expect(readingGrade(blocksOf(body))).toBeLessThanOrEqual(hardest);
});

test.each(deck.slides.map((slide) => [slide.id, slide] as const))(
  "what is said aloud on slide %s is as plain",
  (_, slide) => {
    expect(readingGrade(spokenText(slide))).toBeLessThanOrEqual(usual);
  },
);

test("whole sentences alone, without the short lines of lists and titles, are as plain", () => {
  const prose = [...deck.slides.flatMap(parentText), ...blocksOf(deck.handout)].filter((text) =>
    /[.?]$/.test(text),
  );
  expect(readingGrade(prose)).toBeLessThanOrEqual(usual);
});

test("what parents take home can be read at eleven or twelve", () => {
  expect(readingGrade(blocksOf(deck.handout))).toBeLessThanOrEqual(usual);
  // A heading of three words has no grade worth speaking of.
  for (const block of blocksOf(deck.handout).filter((text) => text.split(" ").length > 10))
    expect(readingGrade([block]), block).toBeLessThanOrEqual(hardest);
});

test("no sentence that parents read is long", () => {
  const sentences = [...deck.slides.flatMap(parentText), ...blocksOf(deck.handout)].flatMap((block) =>
    block.split(/[.:?;]\s/),
  );
  for (const sentence of sentences)
    expect(sentence.split(/\s+/).length, sentence).toBeLessThanOrEqual(longestSentence);
});
