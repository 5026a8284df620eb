import { expect, test } from "vitest";
import { parseClass } from "./parse";

const own = `---
title: A class
language: en
---

---
id: pick
---

# Which one?

\`\`\`choice
options:
  - calm: Calm
  - loud: Loud
correct: calm
\`\`\`

---
id: told
---

# What we found
`;

const translated = (body: string, front = "title: Una clase\nlanguage: es") =>
  `---\n${front}\n---\n\n---\n${body}`;
const read = (source: string, language = "es") =>
  parseClass(own, "class.en.md", {
    translations: [{ language, class: { source, file: `class.${language}.md` } }],
  });
const faults = (parsed: ReturnType<typeof parseClass>) =>
  "errors" in parsed ? parsed.errors.map(({ file, line, message }) => `${file}:${line}: ${message}`) : [];

const pick = (block: string, id = "pick") =>
  translated(`id: ${id}\n---\n\n# ¿Cuál?\n\n\`\`\`${block}\n\`\`\`\n`);

test("a translation says the same slides in its own words, and may lack some", () => {
  const parsed = read(pick("choice\noptions:\n  - calm: Tranquila\n  - loud: Ruidosa\ncorrect: calm"));
  expect(faults(parsed)).toEqual([]);
  expect(parsed).toMatchObject({
    deck: {
      title: "A class",
      translations: {
        es: {
          title: "Una clase",
          slides: { pick: { title: "¿Cuál?", options: [{ id: "calm", text: "Tranquila" }, { id: "loud" }] } },
        },
      },
    },
  });
  const slides = "deck" in parsed ? Object.keys(parsed.deck.translations.es?.slides ?? {}) : [];
  expect(slides).toEqual(["pick"]);
});

test.each([
  [
    "another order of the options",
    pick("choice\noptions:\n  - loud: Ruidosa\n  - calm: Tranquila\ncorrect: calm"),
    "class.es.md:6: “options” must be as in the class, with the same ids in the same order: calm, loud.",
  ],
  [
    "another right answer",
    pick("choice\noptions:\n  - calm: Tranquila\n  - loud: Ruidosa\ncorrect: loud"),
    "class.es.md:6: “correct” must be as in the class, with the same ids in the same order: calm.",
  ],
  ["another kind", pick("words\n"), "class.es.md:6: This slide is “words” here and “choice” in the class."],
  [
    "a slide that the class does not have",
    pick("open\n", "picked"),
    "class.es.md:6: The class has no slide “picked”. Known here: pick, told.",
  ],
  [
    "another number of reveal steps",
    translated("id: told\n---\n\n# Lo que vimos\n\n* Uno\n* Dos\n"),
    "class.es.md:6: This slide is revealed in 2 steps here and in 0 in the class.",
  ],
  [
    "a language that is not the file's",
    translated("id: told\n---\n\n# Lo que vimos\n", "title: Una clase\nlanguage: fr"),
    "class.es.md:1: The file's name says “es”, and its “language” says “fr”.",
  ],
])("%s is named with its line", (_, source, message) => {
  expect(faults(read(source))).toEqual([message]);
});

test("R60: what names an earlier slide must find one that fits", () => {
  const slide = (id: string, rest: string) => `\n---\nid: ${id}\n---\n\n# ${id}\n\n${rest}\n`;
  const front = "---\ntitle: A\nlanguage: en\n---\n";
  const errors = (text: string) => faults(parseClass(front + text, "class.md"));
  const scale = (more = "") =>
    `\`\`\`scale\nstatements:\n  - calm: I am calm\nlow: No\nhigh: Yes\n${more}\`\`\``;
  expect(errors(slide("a", scale()) + slide("b", scale("compare: a\n")))).toEqual([]);
  expect(errors(slide("b", scale("compare: a\n")) + slide("a", scale()))).toEqual([
    "class.md:6: “compare: a” must name an earlier slide of the same kind with the same lines. There is none before this one.",
  ]);
  expect(errors(slide("a", scale()) + slide("b", scale("points: 7\ncompare: a\n")))).toHaveLength(1);
  expect(errors(slide("a", "```open\n```") + slide("b", "```choice\nfrom: a\n```"))).toEqual([]);
  expect(errors(slide("a", scale()) + slide("b", "```choice\nfrom: a\n```"))).toHaveLength(1);
  expect(errors(`${slide("a", scale())}\n---\nid: b\nrecall: a\n---\n\n# B\n`)).toEqual([]);
  expect(errors(`${slide("a", "```reflect\n```")}\n---\nid: b\nrecall: a\n---\n\n# B\n`)).toHaveLength(1);
});
