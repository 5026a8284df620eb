import { expect, test } from "vitest";
import type { Slide } from "@/protocol/kinds";
import { parseClass } from "./parse";

const front = "---\ntitle: A class\nlanguage: en\n---\n";

function slidesOf(body: string): Slide[] {
  const parsed = parseClass(front + body, "class.md");
  if ("errors" in parsed) throw new Error(JSON.stringify(parsed.errors));
  return parsed.deck.slides;
}

function slideOf(body: string): Slide {
  const [slide] = slidesOf(`\n---\nid: one\n---\n\n# A title\n\n${body}`);
  if (!slide) throw new Error("no slide");
  return slide;
}

/** The faults of a file, each as `line: message`. */
function faultsOf(source: string): string[] {
  const parsed = parseClass(source, "class.md");
  return "errors" in parsed ? parsed.errors.map(({ line, message }) => `${line}: ${message}`) : [];
}

test("the front matter names the class, and its slug comes from the title", () => {
  const parsed = parseClass(
    "---\ntitle: Close, and good enough\nlanguage: es\nsummary: Two hours.\n---\n# Hi\n",
    "c",
  );
  expect(parsed).toMatchObject({
    deck: {
      slug: "close-and-good-enough",
      title: "Close, and good enough",
      language: "es",
      summary: "Two hours.",
      handout: "",
    },
  });
});

test("slides are divided by hyphens, and take their fields from right below", () => {
  const slides = slidesOf(
    "---\nid: first\npart: Arriving\nminutes: 2.5\n---\n# One\n---\n# Two\n\n---\npart: Leaving\n---\n# Three",
  );
  expect(slides.map(({ id, part, minutes, title }) => [id, part, minutes, title])).toEqual([
    ["first", "Arriving", 2.5, "One"],
    ["two", "Arriving", 0, "Two"],
    ["three", "Leaving", 0, "Three"],
  ]);
});

test("hyphens inside a block, a comment or a paragraph's line do not divide", () => {
  const slide = slideOf("```\n---\n```\n\n~~~\n---\n```\n---\n~~~\n\nA --- b\n\n<!-- one\n---\ntwo -->");
  expect(slide.bodies).toEqual([
    "<pre><code>---</code></pre><pre><code>---\n```\n---</code></pre><p>A --- b</p>",
  ]);
  expect(slide.notes).toBe("<h3>one</h3><p>two</p>");
});

test("comments are the notes, all of them, in order", () => {
  expect(slideOf("<!-- **Say** hello. -->\n\nText\n\n<!--\n- one\n- two\n-->").notes).toBe(
    "<p><strong>Say</strong> hello.</p><ul><li>one</li><li>two</li></ul>",
  );
  expect(slideOf("Text <!-- hidden --> more").bodies).toEqual(["<p>Text  more</p>"]);
});

test("a list with stars is revealed line by line, one with hyphens is there at once", () => {
  expect(slideOf("Before\n\n* one\n* two\n\nAfter").bodies).toEqual([
    "<p>Before</p><p>After</p>",
    '<p>Before</p><ul class="steps"><li>one</li></ul><p>After</p>',
    '<p>Before</p><ul class="steps"><li>one</li><li>two</li></ul><p>After</p>',
  ]);
  expect(slideOf("- one\n- two").bodies).toEqual(["<ul><li>one</li><li>two</li></ul>"]);
  expect(slideOf("3) c\n4) d").bodies.at(-1)).toBe('<ol class="steps" start="3"><li>c</li><li>d</li></ol>');
  expect(slideOf("* one\n  * inner\n  - plain").bodies).toEqual([
    "",
    '<ul class="steps"><li>one<ul><li>plain</li></ul></li></ul>',
    '<ul class="steps"><li>one<ul class="steps"><li>inner</li></ul><ul><li>plain</li></ul></li></ul>',
  ]);
});

test("headings in a body stand below the slide's title", () => {
  expect(slideOf("# Again\n## Two\n### Three").bodies[0]).toBe("<h3>Again</h3><h3>Two</h3><h4>Three</h4>");
});

test("a choice takes ids from its texts unless they are written", () => {
  const block =
    "```choice\noptions:\n  - Every day\n  - often: Now and then\n  - 42\n  - yes\n  - Well: it depends\npick: 2\ncorrect: now and then\n```";
  expect(slideOf(block)).toMatchObject({
    kind: "choice",
    pick: 2,
    correct: ["often"],
    options: [
      { id: "every-day", text: "Every day" },
      { id: "often", text: "Now and then" },
      { id: "42", text: "42" },
      { id: "yes", text: "yes" },
      { id: "well-it-depends", text: "Well: it depends" },
    ],
  });
  expect(slideOf("```choice\noptions: [نعم, لا]\n```")).toMatchObject({
    pick: 1,
    correct: [],
    options: [{ id: "options-1" }, { id: "options-2" }],
  });
});

test("scale, words and open", () => {
  expect(slideOf("```scale\nstatements: [I am here]\nlow: no\nhigh: very\nmeasure: yes\n```")).toMatchObject({
    kind: "scale",
    statements: [{ id: "i-am-here", text: "I am here" }],
    points: 5,
    low: "no",
    high: "very",
    measure: true,
  });
  expect(slideOf("```words\n```")).toMatchObject({ kind: "words", count: 3 });
  expect(slideOf("```words\ncount: 1\n```")).toMatchObject({ kind: "words", count: 1 });
  expect(slideOf("```open\n```\n\n> [!explanation]\n> Because *so*.\n>\n> Twice.")).toMatchObject({
    kind: "open",
    explanation: "<p>Because <em>so</em>.</p><p>Twice.</p>",
  });
});

test("text is text: nothing that an author writes becomes HTML of its own", () => {
  expect(slideOf('a < b & "c" \\<script> `<b>`').bodies).toEqual([
    "<p>a &lt; b &amp; &quot;c&quot; &lt;script&gt; <code>&lt;b&gt;</code></p>",
  ]);
  expect(slideOf("[a](https://a.b/?x=1&y=%22)").bodies).toEqual([
    '<p><a href="https://a.b/?x=1&amp;y=%22" target="_blank" rel="noopener noreferrer">a</a></p>',
  ]);
});

test("a handout is read beside the class, and its faults carry its own name", () => {
  const handout = { source: "# Keep\n\n## Part\n", file: "handout.md" };
  expect(parseClass(`${front}# One`, "class.md", { handout })).toMatchObject({
    deck: { handout: "<h2>Keep</h2><h3>Part</h3>" },
  });
  expect(
    parseClass(`${front}# One`, "class.md", { handout: { source: "a\n\n<b>", file: "handout.md" } }),
  ).toMatchObject({
    errors: [{ file: "handout.md", line: 3 }],
  });
});

const html =
  "HTML cannot be used. Write it in Markdown, or put a backslash before the “<” to show it as text.";
const fields = "“options:” needs a list below it, each line indented and beginning with “- ”.";

test.each<[string, string, string[]]>([
  ["a choice without options", "```choice\npick: 1\n```", [`13: “options” is missing. ${fields}`]],
  ["a single option", "```choice\noptions:\n  - a\n```", ["13: “options” has 1 line; it needs 2 to 12."]],
  ["no list", "```choice\noptions: a\n```", [`13: ${fields}`]],
  [
    "a misspelt field",
    "```choice\noptions: [a, b]\ncorect: a\n```",
    ["14: A block “choice” has no field “corect”. Did you mean “correct”?"],
  ],
  [
    "a right answer that is no option",
    "```choice\noptions:\n  - Under 20 %\n  - Over 20 %\n\ncorrect: Undr 20 %\n```",
    ["17: “correct” names no option: “Undr 20 %”. Did you mean “Under 20 %”?"],
  ],
  [
    "the same option twice",
    "```choice\noptions:\n  - Yes\n  - yes\n```",
    ["15: Two lines of “options” would both be called “yes”. Name one of them, as in “- another-name: yes”."],
  ],
  ["an empty option", "```choice\noptions:\n  - a\n  -\n```", ["15: A line of “options” is empty."]],
  [
    "more picks than options",
    "```choice\noptions: [a, b]\npick: 3\n```",
    ["14: “pick” must be a whole number from 1 to 2."],
  ],
  [
    "a scale without ends",
    "```scale\nstatements: [a]\nhigh:\n```",
    [
      "13: “low” is missing: the words at that end of the scale.",
      "14: “high” is missing: the words at that end of the scale.",
    ],
  ],
  ["too many words", "```words\ncount: 9\n```", ["13: “count” must be a whole number from 1 to 5."]],
  [
    "an unknown kind",
    "```choise\n```",
    ["12: There is no kind of slide called “choise”. Did you mean “choice”?"],
  ],
  [
    "two prompts",
    "```open\n```\n\n```open\n```",
    ["15: A slide asks one thing: move this block to a slide of its own."],
  ],
  [
    "YAML that breaks",
    "```choice\noptions:\n  - a\n  - b\n pick: 1\n```",
    ["16: These fields cannot be read: All mapping items must start at the same column."],
  ],
  ["a field written twice", "```words\ncount: 1\ncount: 2\n```", ["14: This field is written twice."]],
  ["HTML", "<div>\n\na <b>c</b>", [`12: ${html}`, `14: ${html}`]],
  ["a script", "<script>alert(1)</script>", [`12: ${html}`]],
  ["a comment that never ends", "<!-- notes\n\n---\n\n# Two", [`12: ${html}`]],
  ["a link to a script", "[a](javascript:alert)", ["12: A link must begin with https:// or mailto:."]],
  [
    "a link hidden in a reference",
    "[a]\n\n[a]: data:text/html,x",
    ["12: A link must begin with https:// or mailto:."],
  ],
  [
    "a picture",
    "![a](https://a.b/c.png)",
    ["12: There is no picture “https://a.b/c.png” in the class's folder “pictures”."],
  ],
  ["HTML in the notes", "<!-- fine\n\nnot <i>fine</i> -->", [`14: ${html}`]],
  [
    "an unknown box",
    "> [!explaination]\n> a",
    ["12: There is no box called “explaination”. Did you mean “explanation”?"],
  ],
  [
    "an explanation of nothing",
    "> [!explanation]\n> a",
    ["12: An explanation is shown with results, and this slide asks nothing. Make it ordinary text."],
  ],
  ["too many steps", "* a\n".repeat(30), ["12: This slide is revealed in 30 steps; at most 29 fit."]],
  [
    "one endless paragraph",
    "a ".repeat(3000),
    ["12: This paragraph is too long: leave an empty line after at most 3000 characters."],
  ],
])("%s is named with its line", (_, body, faults) => {
  expect(faultsOf(`---\ntitle: A class\nlanguage: en\n---\n\n---\nid: one\n---\n\n# T\n\n${body}`)).toEqual(
    faults,
  );
});

test.each<[string, string, string[]]>([
  [
    "no front matter",
    "# Hello",
    [
      "1: The file must begin with a block like this: a line “---”, “title: My class”, “language: en”, a line “---”.",
    ],
  ],
  ["no title", "---\nlanguage: en\n---\n# A", ["2: “title” is missing: the name of the class."]],
  [
    "an unknown language",
    "---\ntitle: a\nlanguage: english\n---\n# A",
    ["3: “language” is missing or no language: write its short tag, as in “en” or “pt-BR”."],
  ],
  [
    "a bad slug",
    "---\ntitle: a\nlanguage: en\nslug: My Class\n---\n# A",
    ["4: “slug” is made of small letters, digits and hyphens, as in “my-class”."],
  ],
  [
    "no slides",
    "---\ntitle: a\nlanguage: en\n---\n",
    ["1: The class has no slides: write “---” on a line of its own, and below it “# My title”."],
  ],
  [
    "a colon in a text",
    "---\ntitle: a: b\nlanguage: en\n---\n# A",
    ['2: A text with a colon in it needs quotation marks around it, as in: title: "Ready: set".'],
  ],
  [
    "several faults at once",
    "---\ntitle: a\nlanguage: en\nauthor: me\n---\n---\nid: A b\nminuts: 3\n---\ntext\n---\n# C\n---\n# C\n---\n\n---\nid: last\n---\n# D",
    [
      "4: The front matter of a class has no field “author”. Known here: title, summary, language, slug.",
      "7: “id” is made of small letters, digits and hyphens, as in “a-b”.",
      "8: The front matter of a slide has no field “minuts”. Did you mean “minutes”?",
      "10: A slide begins with its title: a line like “# My title”.",
      "13: Another slide is already called “c” (line 11). Give this one an “id:” of its own.",
      "15: This slide has no title: begin it with a line like “# My title”.",
    ],
  ],
])("%s is named with its line in the file", (_, source, faults) => {
  expect(faultsOf(source)).toEqual(faults);
});

test("a title that is too long is named", () => {
  expect(faultsOf(`${front}# ${"a".repeat(161)}`)).toEqual([
    "5: This title is too long: 161 characters, and at most 160 fit.",
  ]);
});
