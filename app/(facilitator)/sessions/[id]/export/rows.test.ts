import { expect, test } from "vitest";
import * as placing from "@/app/dev/screens/placing-slides";
import * as slides from "@/app/dev/screens/room-slides";
import type { SlideView, Tally } from "@/protocol/kinds";
import type { Card } from "@/protocol/kinds/open";
import type { Question } from "@/protocol/questions";
import type { PromptSummary, Summary } from "@/protocol/summaries";
import { findingsOf } from "./kind-rows";
import { rowsOf } from "./rows";

const empty: Summary = {
  id: "00000000-0000-4000-8000-000000000001" as Summary["id"],
  title: "A class",
  language: "en",
  status: "ended",
  startedAt: Date.UTC(2026, 10, 24, 18),
  endedAt: null,
  phones: 9,
  minimum: 5,
  prompts: [],
  record: [],
  questions: [],
  handout: "" as Summary["handout"],
  site: "http://localhost:3000",
  shares: [],
};

const prompt = (slide: SlideView, part: Partial<PromptSummary>): PromptSummary => ({
  slide,
  opened: true,
  responses: 7,
  results: null,
  round: 1,
  earlier: null,
  textDeleted: false,
  ...part,
});

/** The rows as objects by the names in the head. */
function table(part: Partial<Summary>) {
  const [head = [], ...rows] = rowsOf({ ...empty, ...part });
  return rows.map((row) => Object.fromEntries(row.map((cell, index) => [head[index], cell])));
}

const summed = (slide: SlideView, results: Tally) =>
  findingsOf(slide, results).reduce((sum, { count = 0 }) => sum + count, 0);

test("a choice: one row per option, the right one named", () => {
  expect(findingsOf(slides.choiceAnswered, slides.choiceTally)).toContainEqual({
    section: "result",
    answer: "Responding well about half of the time",
    count: 7,
    right: true,
  });
  expect(findingsOf(slides.choice, slides.choiceTally)[0]).not.toHaveProperty("right");
});

test("a sort: one row per statement and bin", () => {
  const rows = findingsOf(placing.sortRevealed, placing.sortTally);
  expect(rows).toHaveLength(placing.sort.statements.length * placing.sort.bins.length);
  expect(summed(placing.sortRevealed, placing.sortTally)).toBe(
    placing.sortTally.responses * placing.sort.statements.length,
  );
  expect(rows.some(({ right }) => right === true)).toBe(true);
});

test("a scale: one row per point, and the median", () => {
  const rows = findingsOf(slides.scale, slides.scaleTally);
  expect(rows.map(({ answer, count, value }) => [answer, count ?? value])).toEqual([
    [1, 0],
    [2, 2],
    [3, 4],
    [4, 6],
    [5, 2],
    ["median", 4],
  ]);
});

test("a continuum: one row per zone, the median and the middle half", () => {
  const rows = findingsOf(placing.continuum, placing.continuumTally);
  const perScenario = placing.continuum.zones.length + 3;
  expect(rows).toHaveLength(placing.continuum.scenarios.length * perScenario);
  expect(rows.slice(perScenario - 3, perScenario).map(({ answer }) => answer)).toEqual([
    "lower quartile",
    "median",
    "upper quartile",
  ]);
});

test("a rank: one row per item and place, and the mean", () => {
  const rows = findingsOf(placing.rankRevealed, placing.rankTally);
  const { items } = placing.rank;
  expect(rows).toHaveLength(items.length * (items.length + 1));
  expect(rows.filter(({ right }) => right)).toHaveLength(items.length);
});

test("a reflection: how many are done, and nothing else", () => {
  const slide = { ...slides.content, kind: "reflect", starter: "", intention: false } as const;
  expect(findingsOf(slide, { kind: "reflect", responses: 6 })).toEqual([
    { section: "result", answer: "done", count: 6 },
  ]);
});

test("words and cards that are hidden or wait are not in the table", () => {
  const word = { count: 2, mark: "none", held: false } as const;
  const words = findingsOf(slides.words, {
    kind: "words",
    responses: 5,
    words: [
      { ...word, text: "warm" },
      { ...word, text: "hidden", mark: "hidden" },
      { ...word, text: "waits", held: true },
      { ...word, text: "let go", held: true, mark: "approved" },
    ],
  });
  expect(words.map(({ answer }) => answer)).toEqual(["warm", "let go"]);

  const card = (text: string, part: Partial<Card> = {}): Card => ({
    id: text as Card["id"],
    text,
    language: "es",
    mark: "none",
    held: false,
    theme: null,
    ...part,
  });
  const cards = findingsOf(slides.openSlide, {
    kind: "open",
    responses: 5,
    cards: [
      card("toast", { theme: "t1" }),
      card("hidden", { mark: "hidden" }),
      card("waits", { held: true }),
      card("=1+1"),
    ],
    themes: [{ id: "t1", name: "Food" }],
  });
  expect(cards).toEqual([
    { section: "card", answer: "toast", theme: "Food", language: "es" },
    { section: "card", answer: "=1+1", theme: "", language: "es" },
  ]);
});

test("a second round brings the first; a measure does not repeat what it is compared with", () => {
  const again = prompt(slides.choice, {
    results: slides.choiceTally,
    earlier: { ...slides.choiceTally, responses: 9 },
    round: 2,
  });
  const rows = table({ prompts: [again] }).filter(({ section }) => section === "prompt");
  expect(rows.map(({ round, responses, state }) => [round, responses, state])).toEqual([
    [1, 9, "released"],
    [2, 12, "released"],
  ]);
  const measure = prompt(slides.scale, { results: slides.scaleTally, earlier: slides.scaleTally });
  expect(table({ prompts: [measure] }).filter(({ section }) => section === "prompt")).toHaveLength(1);
});

test("what is not released is a count and a reason", () => {
  const rows = table({
    prompts: [
      prompt(slides.words, { responses: 3 }),
      prompt(slides.words, { responses: 8, textDeleted: true }),
      prompt(slides.words, { responses: 0 }),
      prompt(slides.words, { responses: 0, opened: false }),
    ],
  });
  expect(rows.map(({ state, responses }) => [state, responses])).toEqual([
    ["withheld", 3],
    ["text deleted", 8],
    ["no answers", 0],
    ["not asked", 0],
  ]);
});

test("the record says what was delivered, how long it took, and how many answered", () => {
  const slide = { id: "s", part: "Arriving", title: "Hello", kind: "words", planned: 3 };
  const rows = table({
    record: [
      { ...slide, spent: 4.2666, answered: 0.8571 },
      { ...slide, spent: 0, answered: null },
    ],
  });
  expect(rows).toMatchObject([
    { section: "record", state: "delivered", planned_minutes: 3, spent_minutes: 4.3, share_answered: 0.86 },
    { section: "record", state: "skipped", spent_minutes: 0, share_answered: undefined },
  ]);
});

test("questions carry their votes; hidden and waiting ones stay out", () => {
  const question = (text: string, part: Partial<Question> = {}): Question => ({
    id: text as Question["id"],
    text,
    language: "en",
    votes: 3,
    mark: "none",
    held: false,
    answered: false,
    answer: "",
    ...part,
  });
  const rows = table({
    questions: [
      question("When?", { answered: true, answer: "Soon." }),
      question("Hidden?", { mark: "hidden" }),
      question("Waits?", { held: true }),
    ],
  });
  expect(rows).toMatchObject([
    { section: "question", state: "answered", item: "When?", answer: "Soon.", count: 3 },
  ]);
});
