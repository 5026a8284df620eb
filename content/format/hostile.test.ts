import fc from "fast-check";
import { expect, test } from "vitest";
import { parseClass } from "./parse";

const head = "---\ntitle: t\nlanguage: en\n---\n\n---\nid: a\n---\n\n# T\n\n";

/** Whatever comes in, something that a person can act on comes out. */
function expectAnswer(source: string): void {
  const beside = { source, file: "beside.md" };
  const parsed = parseClass(source, "class.md", {
    handout: beside,
    guide: beside,
    translations: [
      {
        language: "es",
        class: { source: source.replace("language: en", "language: es"), file: "beside.md" },
        handout: beside,
        guide: beside,
      },
    ],
    pictures: (name) => (name === "sun.svg" ? `/pictures/${"ab".repeat(32)}.svg` : undefined),
  });
  if ("deck" in parsed) {
    expectHarmless(JSON.stringify(parsed.deck));
    return;
  }
  expect(parsed.errors.length).toBeGreaterThan(0);
  const lines = source.split(/\r\n?|\n/).length;
  for (const { file, line, message } of parsed.errors) {
    expect(["class.md", "beside.md"]).toContain(file);
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(lines + 1);
    expect(message).not.toBe("");
  }
}

const allowed =
  /^<\/?(p|br|hr|em|strong|code|pre|blockquote|ul|ol|li|h[2-6]|a)( (href=\\"(https?:\/\/|mailto:)[^"<>\s]*\\" target=\\"_blank\\" rel=\\"noopener noreferrer\\"|class=\\"steps\\"|start=\\"\d+\\"))*>$/;
const picture = /^<img src=\\"\/pictures\/(ab){32}\.svg\\" alt=\\"[^"<>]+\\">$/;

function expectHarmless(json: string): void {
  // Titles and options are plain text and set as text; only bodies hold tags.
  for (const value of json.matchAll(
    /"(?:bodies|notes|explanation|handout|guide)":(\[[^\]]*\]|"(?:[^"\\]|\\.)*")/g,
  ))
    for (const [tag] of (value[1] ?? "").matchAll(/<[^>]*>?/g))
      expect(tag).toMatch(tag.startsWith("<img") ? picture : allowed);
  expect(json).not.toContain("\\u0000");
}

const piece = fc.constantFrom(
  ..."---\n|\n|\n\n|# a|id: a\n|title: b\n|language: en\n|part:|minutes: x\n|```choice\n|```scale\n|```words\n|```open\n".split(
    "|",
  ),
  ..."```\n|options:\n|  - a\n|  - b: c\n|correct: a\n|count: 2\n|low: a\n|high: b\n|statements: [a, b]\n|<!--|-->\n|> [!explanation]\n".split(
    "|",
  ),
  ...'<script>|<img src=x onerror=alert(1)>|[a](javascript:x)|[a](https://a.b"onclick=x)|&#0;|&#xD800;|* |1) |{|}|&a |*a |"\\0"|\t'.split(
    "|",
  ),
  ..."```sort\n|```continuum\n|```rank\n|```reflect\n|```pause\n|```pair\n|bins: [a, b]\n|zones: [a, b]\n|edges: [50]\n|edges: [9e9, -1]\n".split(
    "|",
  ),
  ..."scenarios: [a, b]\n|items: [a, b]\n|correct:\n  - a: b\n|correct: [b, a]\n|seconds: 60\n|rhythm: [4, 0, 6, 0]\n|rhythm: [.nan, .inf, 1]\n".split(
    "|",
  ),
  ..."turns: 2\n|starter: x\n|intention: true\n|rounds: 2\n|compare: a\n|from: a\n|recall: a\n|recall: __proto__\n|compare: constructor\n".split(
    "|",
  ),
  ...'- "![a](sun.svg) b"\n|  - "![](sun.svg)"\n|![a sun](sun.svg)|![a" onerror="b](sun.svg)|![a](../sun.svg)|![a][b]\n\n[b]: sun.svg\n'.split(
    "|",
  ),
  "\0",
  "\ufeff",
  "\r\n",
  "\r",
  "\ud800",
  "\u202e",
  "é",
);

test("no text makes the parser throw, and nothing harmful comes out of it", () => {
  fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 300 }), expectAnswer), { numRuns: 200 });
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => expectAnswer(pieces.join(""))),
    { numRuns: 200 },
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => expectAnswer(head + pieces.join(""))),
    { numRuns: 200 },
  );
}, 60_000);

test("Windows line ends, old Mac line ends and a byte order mark change nothing", () => {
  const source = `${head}a\nb\n\n* c\n\n<!--\nd\n-->\n`;
  const plain = parseClass(source, "class.md");
  expect(plain).toHaveProperty("deck");
  expect(parseClass(`\uFEFF${source.replaceAll("\n", "\r\n")}`, "class.md")).toEqual(plain);
  expect(parseClass(source.replaceAll("\n", "\r"), "class.md")).toEqual(plain);
});

test.each([
  ["a null byte", "a\0b"],
  ["half of a character", "a\ud800b"],
  ["a file that is not UTF-8", "a\uFFFDb"],
  ["an escape code", "a\u001b[2Jb"],
])("%s is refused with its line", (_, text) => {
  expect(parseClass(`${head}one\n${text}`, "class.md")).toEqual({
    errors: [
      {
        file: "class.md",
        line: 13,
        message: "There is a character here that is no text. Save the file as plain text in UTF-8.",
      },
    ],
  });
});

test("a null byte that YAML would make is refused too", () => {
  const parsed = parseClass('---\ntitle: "a\\0b"\nlanguage: en\n---\n# A', "class.md");
  expect(parsed).toMatchObject({ errors: [{ line: 2 }, {}] });
});

test.each<[string, string]>([
  ["quotes", ">".repeat(2_900)],
  ["lists on one line", "* ".repeat(1_400)],
  ["lists in lists", Array.from({ length: 140 }, (_, depth) => `${" ".repeat(depth)}- a`).join("\n")],
  ["emphasis", "*a_ ".repeat(740)],
  ["emphasis in emphasis", `${"*_".repeat(740)}a${"_*".repeat(740)}`],
  ["brackets", "[".repeat(2_900)],
  ["links in links", `${"[".repeat(1_200)}a${"](b)".repeat(420)}`],
  ["backticks", Array.from({ length: 80 }, (_, length) => "`".repeat(length)).join(" ")],
  ["less-than signs", "<".repeat(2_900)],
  ["ampersands", "&".repeat(2_900)],
  ["definitions", "[a]: b\n\n".repeat(1_300)],
  ["reveal steps", "* a\n".repeat(900)],
  ["YAML lists in lists", `\`\`\`choice\noptions: ${"[".repeat(2_900)}\n\`\`\``],
  ["YAML aliases", "```choice\na: &a [x, x]\nb: &b [*a, *a]\noptions: [*b, *b]\n```"],
  ["pictures", "![a](sun.svg)\n\n".repeat(700)],
  ["picture marks", "![".repeat(1_400)],
  ["backslashes before a picture", `\`\`\`rank\nitems: ['${"\\".repeat(2_800)}![', b]\n\`\`\``],
  ["edges", `\`\`\`continuum\nzones: [a, b]\nscenarios: [c]\nedges: [${"1, ".repeat(900)}]\n\`\`\``],
  ["right bins", `\`\`\`sort\nbins: [a, b]\nstatements: [c]\ncorrect:\n${"  - c: a\n".repeat(900)}\`\`\``],
  [
    "slides that name each other",
    Array.from({ length: 199 }, (_, n) => `\n---\nid: s${n}\nrecall: s${n + 1}\n---\n# s\n`).join(""),
  ],
  ["lines", "a\n".repeat(500_000)],
  ["slides", "\n---\n# a\n".repeat(10_000)],
])(
  "an excess of %s is answered soon, where Markdown alone could take minutes",
  (_, body) => {
    const start = performance.now();
    expectAnswer(head + body);
    // Generous: a busy machine is no fault of the parser's.
    expect(performance.now() - start).toBeLessThan(20_000);
  },
  30_000,
);

test("names that every object has are names like any other", () => {
  const slide = (rest: string) =>
    `---\ntitle: t\nlanguage: en\n---\n\n---\nid: constructor\n---\n\n# T\n\n${rest}`;
  const block =
    "```sort\nbins: [{ constructor: a }, { valueof: b }]\nstatements: [{ constructor: c }]\ncorrect: [{ constructor: valueof }]\n```\n";
  const parsed = parseClass(slide(block), "class.md", {
    translations: [
      { language: "es", class: { source: slide(block).replace("en\n", "es\n"), file: "class.es.md" } },
    ],
  });
  expect(parsed).toMatchObject({
    deck: {
      slides: [{ correct: { constructor: "valueof" } }],
      translations: { es: { slides: { constructor: { id: "constructor" } } } },
    },
  });
  expect(parseClass(slide("```__proto__\n```\n"), "class.md")).toMatchObject({ errors: [{ line: 12 }] });
});
