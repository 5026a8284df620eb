import { readdirSync, readFileSync, statSync } from "node:fs";
import { expect, test } from "vitest";
import { parseClass } from "@/content/format/parse";
import { printClass } from "@/content/format/print";
import { attachmentClass, slideCalled, slidesOf } from "./built";
import { itemsOf } from "./parent-text";
import { runsOf } from "./source-runs";

const here = "content/classes/attachment";
const source = readFileSync(`${here}/class.en.md`, "utf8");
const handout = readFileSync(`${here}/handout.en.md`, "utf8");
const guide = readFileSync(`${here}/guide.en.md`, "utf8");
const deck = await attachmentClass();

/** The first word of an id names the part; see docs/attachment-coverage.md. */
const parts = {
  is: "What attachment is",
  not: "What attachment is not",
  why: "Why it matters",
  calm: "How mindfulness helps",
  enough: "Good-enough parenting",
};

function wordsIn(html: string): number {
  return html.replace(/<[^>]+>/g, " ").match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}

function placeOf(id: string): number {
  const place = deck.slides.findIndex((slide) => slide.id === id);
  expect(place, id).toBeGreaterThanOrEqual(0);
  return place;
}

test("the class goes through the five parts in order, between arriving and going home", () => {
  expect([...new Set(deck.slides.map(({ part }) => part))]).toEqual([
    "Arriving",
    ...Object.values(parts),
    "Going home",
  ]);
  expect(deck.slides.length).toBeGreaterThanOrEqual(32);
  expect(deck.slides.length).toBeLessThanOrEqual(38);
});

test.each(Object.entries(parts))("part “%s” opens, teaches, is tried out and closes", (name, part) => {
  const steps = deck.slides
    .filter((slide) => slide.part === part)
    .map(({ id }) => {
      const [first, step = ""] = id.split("-");
      expect(first, id).toBe(name);
      return step;
    });
  expect(steps[0]).toBe("open");
  expect(steps.at(-1)).toBe("close");
  expect(steps.slice(1, -1)).toEqual(expect.arrayContaining(["teach", "do"]));
  expect(new Set(steps.slice(1, -1))).toEqual(new Set(["teach", "do"]));
});

test("in each part somebody does something: an activity is no slide to read", () => {
  const done = deck.slides.filter(({ id }) => id.split("-")[1] === "do");
  for (const { id, kind } of done) expect(kind, id).not.toBe("content");
});

test("it uses every kind, and fills an hour and a half", () => {
  expect(new Set(deck.slides.map(({ kind }) => kind))).toEqual(
    new Set("content choice sort scale continuum words open rank reflect pause pair".split(" ")),
  );
  const minutes = deck.slides.reduce((sum, slide) => sum + slide.minutes, 0);
  expect(minutes).toBeGreaterThanOrEqual(88);
  expect(minutes).toBeLessThanOrEqual(92);
});

test("a timed slide fits into its minutes", () => {
  for (const { id, seconds, minutes } of [...slidesOf(deck, "pause"), ...slidesOf(deck, "pair")])
    expect(seconds, id).toBeLessThanOrEqual(minutes * 60);
});

test("the limits of confidentiality, and who reads what, are said before anyone writes a word", () => {
  const agreements = deck.slides[placeOf("agreements")];
  expect(agreements?.bodies.at(-1)).toMatch(/I must get help[\s\S]*gives no names\. I read what you write/);
  const firstText = deck.slides.findIndex(({ kind }) => ["words", "open", "reflect"].includes(kind));
  expect(placeOf("agreements")).toBeLessThan(firstText);
});

test("free text says that it is read, and a reflection that it stays", () => {
  for (const { id, bodies } of slidesOf(deck, "open"))
    expect(bodies.at(-1), id).toContain("I read what you write");
  for (const { id, bodies } of slidesOf(deck, "reflect"))
    expect(bodies.at(-1), id).toContain("What you write stays on your phone");
});

test("the same four statements stand before and after, and after is compared with before", () => {
  const [before, after, ...more] = slidesOf(deck, "scale").filter(({ measure }) => measure);
  expect(more).toEqual([]);
  expect([before?.id, after?.id]).toEqual(["before", "after"]);
  expect(before?.statements).toHaveLength(4);
  const asked = (slide: typeof before) => [slide?.statements, slide?.points, slide?.low, slide?.high];
  expect(asked(after)).toEqual(asked(before));
  expect(after?.compare).toBe("before");
  expect(placeOf("before")).toBeLessThan(placeOf("is-open"));
  expect(placeOf("after")).toBeGreaterThan(placeOf("enough-close"));
});

test("seven things that attachment is and three that it is not are sorted", () => {
  const { statements, bins, correct, explanation } = slideCalled(deck, "not-open", "sort");
  expect(bins.map(({ id }) => id)).toEqual(["is", "not"]);
  expect(Object.keys(correct).sort()).toEqual(statements.map(({ id }) => id).sort());
  const right = Object.values(correct);
  expect(right.filter((bin) => bin === "is")).toHaveLength(7);
  expect(right.filter((bin) => bin === "not")).toHaveLength(3);
  expect(explanation).not.toBe("");
});

test("the share of time in sync is guessed, talked over and guessed again before anything tells it", () => {
  const guess = slideCalled(deck, "not-teach-guess", "choice");
  expect(guess).toMatchObject({ rounds: 2, correct: ["20-to-30"] });
  expect(guess.bodies.at(-1)).not.toContain("20");
  for (const slide of deck.slides.slice(0, placeOf(guess.id)))
    expect(JSON.stringify([slide.bodies, slide.notes, slide.explanation]), slide.id).not.toContain(
      "20 to 30",
    );
});

test("the pause offers open eyes and leaving it out, on the slide and in its notes", () => {
  for (const { id, bodies, notes, rhythm } of slidesOf(deck, "pause")) {
    expect(bodies.at(-1), id).toMatch(/Eyes open or closed\. Or leave it out/);
    expect(notes, id).toMatch(/Keep your eyes open if you prefer/);
    expect(notes, id).toMatch(/You can also skip it/);
    expect(rhythm).toEqual({ in: 4, hold: 0, out: 6, rest: 0 });
  }
});

test("small failures and too much: at least six everyday scenes of different ages", () => {
  const { zones, edges, scenarios } = slideCalled(deck, "enough-do-zones", "continuum");
  expect(zones.map(({ text }) => text)).toEqual(["Comfortable", "A helpful stretch", "Too far"]);
  expect(edges).toEqual([33, 67]);
  expect(scenarios.length).toBeGreaterThanOrEqual(6);
  const ages = scenarios.map(({ text }) => /^(\d+ (?:months|years)): /.exec(text)?.[1]);
  expect(ages).not.toContain(undefined);
  expect(new Set(ages).size).toBe(scenarios.length);
});

test("the steps from acting to cheering are put in order", () => {
  const { correct, explanation, items } = slideCalled(deck, "not-do-steps", "rank");
  expect(correct).toEqual(["with", "side", "call", "cheer"]);
  expect(items.map(({ id }) => id)).not.toEqual(correct);
  expect(explanation).toContain("Markham, page 53");
});

test("the room's own ideas are voted on, and come back", () => {
  expect(slideCalled(deck, "calm-do-vote", "choice").from).toBe("calm-do-ideas");
  expect(slideCalled(deck, "calm-close", "content").recall).toBe("calm-do-vote");
  // Sorting cards into themes takes the facilitator a while, in which the others talk.
  expect(
    deck.slides.slice(placeOf("calm-do-ideas"), placeOf("calm-do-vote") + 1).map(({ kind }) => kind),
  ).toEqual(["open", "pair", "choice"]);
});

test("one reflection, near the end, is the intention", () => {
  const reflections = slidesOf(deck, "reflect");
  expect(reflections.length).toBeGreaterThanOrEqual(2);
  expect(reflections.filter(({ intention }) => intention).map(({ id }) => id)).toEqual(["intention"]);
  expect(deck.slides.at(-2)?.id).toBe("intention");
});

test("only a question of fact has a right answer", () => {
  const facts = deck.slides.filter((slide) => "correct" in slide && Object.keys(slide.correct).length > 0);
  expect(facts.map(({ id }) => id)).toEqual(["not-open", "not-teach-guess", "not-do-steps"]);
});

test("every slide and every item has a short name of its own, so that languages can be counted together", () => {
  const named = source.split(/\n---\n(?=id: )/).length - 1;
  expect(named).toBe(deck.slides.length);
  for (const { id } of deck.slides.flatMap(itemsOf)) expect(id.length, id).toBeLessThanOrEqual(14);
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
    const said = /<strong>Time\.<\/strong> (\d+) minutes?/.exec(slide.notes)?.[1];
    expect(Number(said)).toBe(slide.minutes);
  },
);

test("pictures are small, still, wordless, each used, and told in words", () => {
  const files = readdirSync(`${here}/pictures`);
  for (const file of files) {
    expect(statSync(`${here}/pictures/${file}`).size, file).toBeLessThan(6000);
    const drawn = readFileSync(`${here}/pictures/${file}`, "utf8");
    expect(drawn, file).not.toMatch(
      /<(script|text|title|style|image|foreignObject|animate)|\son\w+=|href=|url\(/,
    );
    expect(source, file).toContain(`](${file})`);
  }
  const pictures = deck.slides.flatMap(itemsOf).flatMap(({ picture }) => (picture ? [picture] : []));
  expect(pictures).toHaveLength(files.length);
  expect(new Set(pictures.map(({ src }) => src)).size).toBe(files.length);
  for (const { alt } of pictures) expect(wordsIn(alt), alt).toBeGreaterThanOrEqual(2);
});

test("the handout fits two sheets of paper", () => {
  const words = wordsIn(deck.handout);
  expect(words).toBeGreaterThan(700);
  expect(words).toBeLessThanOrEqual(950);
});

test("nothing shouts", () => {
  const texts =
    source.replaceAll("<!--", "").replaceAll("[!explanation]", "").replaceAll("![", "[") + handout + guide;
  expect(texts).not.toContain("!");
});

test("no nine words in a row come from the handout it was made from", () => {
  const known = new Set(readFileSync(`${here}/source-runs.txt`, "utf8").trim().split("\n"));
  expect(known.size).toBeGreaterThan(500);
  const docs = ["docs/attachment-coverage.md", "docs/facilitator-guide.md"].map((file) =>
    readFileSync(file, "utf8"),
  );
  const copied = [source, handout, guide, ...docs].flatMap((text) =>
    [...runsOf(text)].flatMap(([hash, run]) => (known.has(hash) ? [run] : [])),
  );
  expect(copied).toEqual([]);
});

test("it is printed and read again to the same class", () => {
  const printed = printClass({ ...deck, translations: {} });
  const again = parseClass(printed.source, "class.en.md", {
    handout: { source: printed.handout, file: "handout.en.md" },
    guide: { source: printed.guide, file: "guide.en.md" },
    pictures: (file) => `/pictures/${file}`,
  });
  expect(again).toEqual({ deck: { ...deck, translations: {} } });
});
