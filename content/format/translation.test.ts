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
    "class.es.md:13: “options” needs the same names as in the class, in the same order, as in “- name: text”: calm, loud.",
  ],
  [
    "another right answer",
    pick("choice\noptions:\n  - calm: Tranquila\n  - loud: Ruidosa\ncorrect: loud"),
    "class.es.md:16: “correct” must be as in the class: calm.",
  ],
  [
    "another number",
    pick("choice\noptions:\n  - calm: Tranquila\n  - loud: Ruidosa\ncorrect: calm\npick: 2"),
    "class.es.md:17: “pick” must be as in the class: 1.",
  ],
  [
    "what the class does not show again",
    translated("id: told\nrecall: pick\n---\n\n# Lo que vimos\n"),
    "class.es.md:8: “recall” is not in the class: take it away here.",
  ],
  [
    "a right answer that is left out",
    pick("choice\noptions:\n  - calm: Tranquila\n  - loud: Ruidosa"),
    "class.es.md:6: “correct” must be as in the class: calm.",
  ],
  ["another kind", pick("words\n"), "class.es.md:6: This slide is “words” here and “choice” in the class."],
  [
    "a slide that the class does not have",
    pick("open\n", "picked"),
    "class.es.md:7: The class has no slide “picked”. Give this one the “id” that it has in the class. Known here: pick, told.",
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

test("several right answers and bins are the same in any order", () => {
  const kinds = (right: string, bins: string) =>
    `---\nid: a\n---\n\n# A\n\n\`\`\`choice\noptions: [b: B, c: C]\npick: 2\ncorrect: ${right}\n\`\`\`\n\n---\nid: d\n---\n\n# D\n\n\`\`\`sort\nbins: [e: E, f: F]\nstatements: [g: G, h: H]\ncorrect: ${bins}\n\`\`\`\n`;
  const parse = (bins: string) =>
    faults(
      parseClass(`---\ntitle: A\nlanguage: en\n---\n\n${kinds("[b, c]", "[g: e, h: f]")}`, "class.en.md", {
        translations: [
          {
            language: "es",
            class: {
              source: `---\ntitle: A\nlanguage: es\n---\n\n${kinds("[c, b]", bins)}`,
              file: "class.es.md",
            },
          },
        ],
      }),
    );
  expect(parse("[h: f, g: e]")).toEqual([]);
  expect(parse("[h: e, g: f]")).toEqual(["class.es.md:27: “correct” must be as in the class: g: e, h: f."]);
});

test("the slides of one part stay in one part, also when the slide that began it is left out", () => {
  const parts = (...slides: [string, string][]) =>
    slides.map(([id, part]) => `\n---\nid: ${id}\n${part && `part: ${part}\n`}---\n\n# ${id}\n`).join("");
  const parse = (...slides: [string, string][]) =>
    faults(
      parseClass(
        `---\ntitle: A\nlanguage: en\n---\n${parts(["a", "One"], ["b", "Two"], ["c", ""])}`,
        "class.en.md",
        {
          translations: [
            {
              language: "es",
              class: { source: `---\ntitle: A\nlanguage: es\n---\n${parts(...slides)}`, file: "class.es.md" },
            },
          ],
        },
      ),
    );
  expect(parse(["a", "Uno"], ["c", "Dos"])).toEqual([]);
  expect(parse(["a", "Uno"], ["c", ""])).toEqual([
    "class.es.md:13: This slide stands in the part “Two” of the class, and “Uno” is the name of another part here: give it its “part”.",
  ]);
  expect(parse(["b", "Dos"], ["c", "Tres"])).toEqual([
    "class.es.md:15: This slide stands in the part “Two” of the class, which is called “Dos” here: give it that “part”.",
  ]);
});

test("R60: what names an earlier slide must find one that fits", () => {
  const slide = (id: string, rest: string) => `\n---\nid: ${id}\n---\n\n# ${id}\n\n${rest}\n`;
  const front = "---\ntitle: A\nlanguage: en\n---\n";
  const errors = (text: string) => faults(parseClass(front + text, "class.md"));
  const scale = (more = "") =>
    `\`\`\`scale\nstatements:\n  - calm: I am calm\nlow: No\nhigh: Yes\n${more}\`\`\``;
  expect(errors(slide("a", scale()) + slide("b", scale("compare: a\n")))).toEqual([]);
  expect(errors(slide("b", scale("compare: a\n")) + slide("a", scale()))).toEqual([
    "class.md:17: “compare” must name an earlier slide that asks the same (a “scale” with the same names of its lines and the same “points”), and “a” does not come before this one. None before this one fits.",
  ]);
  expect(errors(slide("a", scale()) + slide("b", scale("points: 7\ncompare: a\n")))).toHaveLength(1);
  expect(errors(slide("a", "```open\n```") + slide("b", "```choice\nfrom: a\n```"))).toEqual([]);
  expect(errors(slide("a", scale()) + slide("b", "```choice\nfrom: a\n```"))).toEqual([
    "class.md:26: “from” must name an earlier slide of the kind “open”, and “a”, of the kind “scale”, is not. None before this one fits.",
  ]);
  expect(errors(`${slide("a", scale())}\n---\nid: b\nrecall: a\n---\n\n# B\n`)).toEqual([]);
  expect(errors(`${slide("a", "```reflect\n```")}\n---\nid: b\nrecall: a\n---\n\n# B\n`)).toEqual([
    "class.md:17: “recall” must name an earlier slide whose results can be shown, and “a”, of the kind “reflect”, is not. None before this one fits.",
  ]);
  expect(errors(`${slide("note", "```open\n```")}\n---\nid: b\nrecall: nite\n---\n\n# B\n`)).toEqual([
    "class.md:17: “recall” must name an earlier slide whose results can be shown, and no slide has the id “nite”. Did you mean “note”?",
  ]);
});
