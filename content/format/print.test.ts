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
);
const markdown = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(""));

/** One line of anything that a person could type, also what YAML or Markdown would take for their own. */
const line = (maxLength: number) =>
  fc
    .oneof(
      fc.string({ unit: "grapheme", maxLength }),
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
  const parsed = parseClass(source, "class.md", { source: handout, file: "handout.md" });
  return "deck" in parsed ? parsed.deck : undefined;
}

function expectRoundTrip(deck: Deck): void {
  const { source, handout } = printClass(deck);
  const again = parseClass(source, "printed.md", { source: handout, file: "handout.md" });
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
        const lines = texts.map((text, index) => ({
          id: index % 2 ? `own-${index}` : derivedId(text, "options", index),
          text,
        }));
        const deck = {
          slug: "any",
          title,
          summary: part,
          language: "es",
          handout: "",
          slides: [
            { ...base, id: "a", title, kind: "choice", options: lines, pick, correct: [lines[0]?.id] },
            {
              ...base,
              id: "b",
              title: part,
              kind: "scale",
              statements: lines,
              points: 7,
              low: part,
              high: part,
              measure,
            },
            { ...base, id: "c", part: "", title, kind: "words", count: 4 },
          ],
        } as unknown as Deck;
        expectRoundTrip(deck);
      },
    ),
    { numRuns: Number(process.env.RUNS ?? 300) },
  );
}, 600_000);
