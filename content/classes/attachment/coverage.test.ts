import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Slide } from "@/protocol/kinds";
import { attachmentClass } from "./built";
import { parentText } from "./parent-text";
import { blocksOf } from "./reading-grade";

type Row = { place: string; fact: string; slide: string; told: string; kept: string };

const deck = await attachmentClass();
const rows = readFileSync("docs/attachment-coverage.md", "utf8")
  .split("\n")
  .filter((line) => /^\| \d/.test(line))
  .map((line): Row => {
    const [place = "", fact = "", slide = "", told = "", kept = ""] = line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim());
    return { place, fact, slide: slide.replaceAll("`", ""), told, kept };
  });
const handout = blocksOf(deck.handout).join(" ");

/** All that a slide tells, by eye or by mouth. */
function wholeText(slide: Slide | undefined): string {
  return slide ? [...parentText(slide), ...blocksOf(slide.notes)].join(" ") : "";
}

test("the table is whole: numbered without a gap, from each of the five parts", () => {
  expect(rows.map(({ place }) => Number(place))).toEqual(rows.map((_, index) => index + 1));
  expect(rows.length).toBeGreaterThanOrEqual(47);
  const parts = new Set(rows.map(({ slide }) => slide.split("-")[0]));
  expect([...parts]).toEqual(["is", "not", "why", "calm", "enough"]);
});

test.each(rows)("fact $place, $fact", ({ slide, told, kept }) => {
  expect(told.length).toBeGreaterThan(8);
  expect(wholeText(deck.slides.find(({ id }) => id === slide))).toContain(told);
  expect(handout).toContain(kept);
});
