import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { limits } from "@/protocol/limits";
import { kindFormats } from "./kinds";
import { parseClass } from "./parse";

const documentation = readFileSync("docs/class-format.md", "utf8");
const examples = [...documentation.matchAll(/^````(class|slide)\n([\s\S]*?)^````$/gm)].map(
  ([, what, text = ""]) => ({
    what,
    source:
      what === "class"
        ? text
        : `---\ntitle: Example\nlanguage: en\n---\n\n${text.startsWith("---") ? "" : "---\n\n"}${text}`,
  }),
);

test("every example in the documentation can be read", () => {
  for (const { source } of examples)
    expect(parseClass(source, "class-format.md"), source).toHaveProperty("deck");
});

test("every kind has a section, an example and a table of the fields that it prints", () => {
  const shown = examples.flatMap(({ source, what }) => {
    const parsed = parseClass(source, "class-format.md");
    return what === "slide" && "deck" in parsed ? parsed.deck.slides.map(({ kind }) => kind) : [];
  });
  expect(shown).toEqual(Object.keys(kindFormats));
  for (const kind of Object.keys(kindFormats)) expect(documentation).toContain(`\n### ${kind}: `);
  for (const field of [
    "options",
    "pick",
    "correct",
    "statements",
    "points",
    "low",
    "high",
    "measure",
    "count",
  ])
    expect(documentation).toContain(`\`${field}\``);
});

test("the numbers in the documentation are the limits", () => {
  expect(documentation).toContain(`2 to ${limits.options} lines`);
  expect(documentation).toContain(`1 to ${limits.statements} lines`);
  expect(documentation).toContain(`, 2 to ${limits.scalePoints}`);
  expect(documentation).toContain(`, 1 to ${limits.wordsPerResponse} `);
  expect(documentation).toContain(`up to ${limits.openText} characters`);
});
