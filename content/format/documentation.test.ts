import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { limits } from "@/protocol/limits";
import { kindFormats } from "./kinds";
import { parseClass } from "./parse";

const documentation = readFileSync("docs/class-format.md", "utf8");
const examples = [...documentation.matchAll(/^````(class|slide|translation)\n([\s\S]*?)^````$/gm)].map(
  ([, what, text = ""]) => ({
    what,
    source:
      what === "slide"
        ? `---\ntitle: Example\nlanguage: en\n---\n\n${text.startsWith("---") ? "" : "---\n\n"}${text}`
        : text,
  }),
);
const pictures = () => `/pictures/${"ab".repeat(32)}.svg`;
const wholeClass = examples.find(({ what }) => what === "class")?.source ?? "";

test("every example in the documentation can be read", () => {
  for (const { what, source } of examples) {
    const parsed =
      what === "translation"
        ? parseClass(wholeClass, "class.en.md", {
            translations: [{ language: "es", class: { source, file: "class.es.md" } }],
          })
        : parseClass(source, "class-format.md", { pictures });
    expect(parsed, source).toHaveProperty("deck");
  }
  expect(new Set(examples.map(({ what }) => what))).toEqual(new Set(["class", "slide", "translation"]));
});

test("every kind has a section, an example and a table of the fields that it prints", () => {
  const shown = examples.flatMap(({ source, what }) => {
    const parsed = parseClass(source, "class-format.md");
    return what === "slide" && "deck" in parsed ? parsed.deck.slides.map(({ kind }) => kind) : [];
  });
  expect(shown).toEqual(Object.keys(kindFormats));
  const sections = new Map(
    documentation.split(/^#{2,3} /m).map((section) => [section.split(/[:\n]/)[0], section]),
  );
  for (const [kind, format] of Object.entries(kindFormats)) {
    const asked: string[] = [];
    const nothing = new Proxy({}, { get: (_, method) => (name: string) => answer(asked, method, name) });
    format.read(nothing as Parameters<typeof format.read>[0]);
    for (const field of asked) expect(sections.get(kind), kind).toContain(`\`${field}\``);
  }
});

/** Stands in for a block's fields, to learn which of them a kind asks for. */
function answer(asked: string[], method: string | symbol, name: string): unknown {
  if (method !== "fault" && !asked.includes(name)) asked.push(name);
  return undefined;
}

test("the numbers in the documentation are the limits", () => {
  for (const words of [
    `2 to ${limits.options} lines`,
    `2 to ${limits.bins} lines`,
    `1 to ${limits.sortStatements} lines; each is put`,
    `1 to ${limits.statements} lines; each is rated`,
    `, 2 to ${limits.scalePoints}`,
    `2 to ${limits.zones} lines`,
    `1 to ${limits.scenarios} lines; each is put`,
    `2 to ${limits.rankItems} lines`,
    `, 10 to ${limits.pauseSeconds} `,
    `, 10 to ${limits.timerSeconds} `,
    `\`pick\` may be 1 to ${limits.themes}`,
    `, 1 to ${limits.wordsPerResponse} `,
    `up to ${limits.openText} characters`,
  ])
    expect(documentation).toContain(words);
});
