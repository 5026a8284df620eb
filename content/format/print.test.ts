import fc from "fast-check";
import { expect, test } from "vitest";
import type { Deck } from "@/protocol/classes";
import { derivedId, oneLine } from "./fields";
import { parseClass } from "./parse";
import { printClass } from "./print";

/** Pieces that mean something in Markdown, thrown together as no person would. */
const piece = fc.constantFrom(
  ..."a|B c|é|*|**|_|`|``|# |## |* |- |1. |1) |7) |> |>\n|\n|\n\n|    |  | |\t|\\|<|>|&|&amp;|&lt;".split(
    "|",
  ),
  ..."[|]|(|)|!|[a](https://a.b)|[x](mailto:a@b.c)|<https://a.b>|---|***|===|--|-->|~~~|```\n".split("|"),
  ..."[!explanation]|.|1|:|\u00a0|\"|'".split("|"),
  "|",
  `![a sun](${"cd".repeat(32)}.svg)`,
  `![a [moon] "at" <night>](${"cd".repeat(32)}.svg)`,
);
const pictures = (name: string) => (/^[0-9a-f]{64}\.svg$/.test(name) ? `/pictures/${name}` : undefined);
const markdown = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(""));

/** One line of anything that a person could type, also what YAML or Markdown would take for their own. */
const line = (maxLength: number) =>
  fc
    .oneof(
      fc.string({ unit: "grapheme", maxLength }),
      fc
        .array(fc.constantFrom("![", "](", "a.svg", ")", "\\", "]", " b"), { maxLength: 8 })
        .map((pieces) => pieces.join("")),
      markdown,
      fc.constantFrom("no", "- a", "1", "~", "a: b", "#x"),
    )
    .map((text) =>
      oneLine(text.replace(/[\p{C}\uFFFD]/gu, ""))
        .slice(0, maxLength)
        .trim(),
    )
    .filter((text) => text !== "" && text.isWellFormed());
const items = fc.uniqueArray(line(60), {
  minLength: 2,
  maxLength: 8,
  selector: (text) => derivedId(text, "options", 0),
});

function read(source: string, handout = ""): Deck | undefined {
  const parsed = parseClass(source, "class.md", {
    handout: { source: handout, file: "handout.md" },
    guide: { source: handout, file: "guide.md" },
    pictures,
  });
  return "deck" in parsed ? parsed.deck : undefined;
}

function expectRoundTrip(deck: Deck): void {
  const { source, handout, guide, translations } = printClass(deck);
  const again = parseClass(source, "printed.md", {
    handout: { source: handout, file: "handout.md" },
    guide: { source: guide, file: "guide.md" },
    translations: translations.map((one) => ({
      language: one.language,
      class: { source: one.source, file: `class.${one.language}.md` },
      handout: { source: one.handout, file: `handout.${one.language}.md` },
      guide: { source: one.guide, file: `guide.${one.language}.md` },
    })),
    pictures,
  });
  expect(again, source).toEqual({ deck });
}

test("Markdown that can be read is printed and read again to the same class", () => {
  let compared = 0;
  fc.assert(
    fc.property(markdown, markdown, markdown, (body, notes, explanation) => {
      const box = `> [!explanation]\n> ${explanation.replace(/\n/g, "\n> ")}`;
      const comment = `<!--\n${notes.replaceAll("-->", "")}\n-->`;
      const front = "---\ntitle: A class\nlanguage: en\n---\n";
      const deck = read(
        `${front}\n---\nid: one\n---\n\n# T\n\n${body}\n\n\`\`\`open\n\`\`\`\n\n${box}\n\n${comment}\n`,
        body,
      );
      if (!deck) return;
      compared += 1;
      expectRoundTrip(deck);
    }),
    { numRuns: Number(process.env.RUNS ?? 300) },
  );
  expect(compared).toBeGreaterThan(30);
}, 600_000);

test.each(["-\n  -\n    -", "*\n  *\n    *\n      *", "- a\n\n  -\n    - -", "-\n  -\n    -\n      - a"])(
  "empty lists inside each other stay lists: %j",
  (body) => {
    const deck = read(`---\ntitle: A\nlanguage: en\n---\n\n---\nid: one\n---\n\n# T\n\n${body}\n`, body);
    if (!deck) throw new Error("it was not read");
    expect(JSON.stringify(deck)).not.toContain("<hr>");
    expectRoundTrip(deck);
  },
);

test("titles, parts and the lines of a prompt may hold anything that fits on a line", () => {
  fc.assert(
    fc.property(
      line(100),
      line(60),
      items,
      fc.integer({ min: 1, max: 2 }),
      fc.boolean(),
      (title, part, texts, pick, measure) => {
        const base = { part, bodies: [""], notes: "", minutes: 2.5, explanation: "" };
        const asking = { ...base, rounds: pick, compare: null };
        const picture = {
          src: `/pictures/${"ab".repeat(32)}.svg`,
          alt: part,
        };
        const lines = texts.map((text, index) => ({
          id: index % 2 ? `own-${index}` : derivedId(text, "options", index),
          text,
          ...(measure && index === 0 ? { picture } : {}),
        }));
        const ids = lines.map(({ id }) => id);
        const three = lines.slice(0, 3);
        const slides = [
          {
            ...asking,
            id: "a",
            title,
            kind: "choice",
            options: lines,
            pick,
            correct: [lines[0]?.id],
            from: null,
          },
          {
            ...asking,
            id: "b",
            title: part,
            kind: "scale",
            statements: lines,
            points: 7,
            low: part,
            high: part,
            measure,
          },
          { ...asking, id: "c", part: "", title, kind: "words", count: 4 },
          {
            ...asking,
            id: "d",
            title,
            kind: "sort",
            bins: three,
            statements: lines,
            correct: { [ids[0] ?? ""]: ids[1] },
          },
          {
            ...asking,
            id: "e",
            title,
            kind: "continuum",
            zones: lines.slice(0, 2),
            edges: [pick * 20],
            scenarios: lines,
          },
          { ...asking, id: "f", title, kind: "open" },
          {
            ...asking,
            id: "g",
            title,
            kind: "rank",
            items: lines,
            first: part,
            last: part,
            correct: measure ? ids.toReversed() : [],
          },
          { ...asking, id: "h", title, kind: "reflect", starter: part, intention: measure },
          {
            ...base,
            id: "i",
            title,
            kind: "pause",
            seconds: 90,
            rhythm: { in: 4, hold: pick, out: 5.5, rest: 0 },
          },
          { ...base, id: "j", title, kind: "pair", seconds: 60, turns: pick },
          { ...asking, id: "k", title, kind: "choice", options: [], pick, correct: [], from: "f" },
          {
            ...asking,
            id: "l",
            title,
            kind: "scale",
            statements: lines,
            points: 7,
            low: "a",
            high: "b",
            measure,
            compare: "b",
          },
          { ...base, id: "m", title, kind: "content", recall: "k" },
        ];
        const translated = slides.filter((_, index) => index % 2 === 0);
        const deck = {
          slug: "any",
          title,
          summary: part,
          language: "es",
          handout: "",
          guide: "",
          slides,
          translations: {
            "pt-BR": {
              title: part,
              summary: title,
              handout: "<p>A</p>",
              guide: "<p>B</p>",
              slides: Object.fromEntries(
                translated.map((slide) => [slide.id, { ...inOtherWords(slide), title: part }]),
              ),
            },
          },
        } as unknown as Deck;
        expectRoundTrip(deck);
      },
    ),
    { numRuns: Number(process.env.RUNS ?? 300) },
  );
}, 600_000);

/** The same slide with other words in every place where a translation has its own. */
function inOtherWords(slide: object): object {
  const other = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(other);
    if (typeof value !== "object" || value === null || !("id" in value)) return value;
    const { picture, ...rest } = value as { picture?: object };
    return { ...rest, text: "¿Otra cosa?", ...(picture && { picture: { ...picture, alt: "Otra [vista]" } }) };
  };
  const own = { bodies: ["<p>Cuerpo</p>"], notes: "<p>Notas</p>" };
  const ends = Object.entries({ low: "nada", high: "todo", first: "antes", last: "luego", starter: "Yo" });
  return {
    ...Object.fromEntries(Object.entries(slide).map(([name, value]) => [name, other(value)])),
    ...own,
    ...Object.fromEntries(ends.filter(([name]) => name in slide)),
  };
}
