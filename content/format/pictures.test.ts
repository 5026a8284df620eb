import { expect, test } from "vitest";
import { parseClass } from "./parse";
import { readPicture } from "./pictures";

const svg = (inside: string) =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8">${inside}</svg>`);
const faultOf = (file: string, bytes: Buffer) => {
  const read = readPicture(file, bytes);
  return typeof read === "string" ? read : undefined;
};

test("a picture is named by its content, so that the same one is stored once", () => {
  const bytes = svg('<circle cx="4" cy="4" r="3"/>');
  const one = readPicture("sun.svg", bytes);
  expect(one).toMatchObject({ type: "image/svg+xml", bytes });
  expect(readPicture("moon.svg", bytes)).toEqual(one);
  expect(one).toHaveProperty("name", expect.stringMatching(/^[0-9a-f]{64}\.svg$/));
});

test.each([
  ["a script", svg("<script>alert(1)</script>")],
  ["a handler", svg('<circle r="1" onclick="alert(1)"/>')],
  ["a handler on a line of its own", svg('<circle r="1"\nonload = "alert(1)"/>')],
  ["a page inside", svg("<foreignObject><p>a</p></foreignObject>")],
  ["a link to a script", svg('<a href="javascript:alert(1)"><circle r="1"/></a>')],
  ["another file", svg('<use xlink:href="https://a.example/b.svg#c"/>')],
  ["a style that loads", svg("<style>@import 'https://a.example/b.css';</style>")],
  ["a fill that loads", svg('<circle fill="url(https://a.example/#b)" r="1"/>')],
  ["an entity", Buffer.from('<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>')],
  ["a script under another prefix", svg('<x:script xmlns:x="http://www.w3.org/2000/svg">1</x:script>')],
  ["a moving part that sets a link", svg('<a><animate attributeName="href" to="#b"/></a>')],
  ["a base elsewhere", svg('<g xml:base="https://a.example/"><use href="#b"/></g>')],
  ["a load spelled in numbers", svg('<circle style="fill:&#x75;rl(https://a.example/)"/>')],
  ["a load spelled in escapes", svg("<style>a{fill:u\\72l(https://a.example/)}</style>")],
  ["a style sheet", Buffer.from('<?xml-stylesheet href="https://a.example/b.css"?><svg/>')],
  ["letters of another kind", Buffer.from('<?xml version="1.0" encoding="UTF-16"?><svg/>')],
  ["bytes that are no letters", Buffer.concat([svg("<g/>"), Buffer.from([0xc3, 0x28])])],
  ["a page that calls itself a picture", Buffer.from("<html><svg></svg></html>")],
])("an SVG with %s is refused", (_, bytes) => {
  expect(faultOf("a.svg", bytes)).toBeDefined();
});

test("an SVG made to be slow is answered soon", () => {
  const start = performance.now();
  for (const piece of ["<!---->", "<!--", "<?xml ", "<", "href", "url(", "&#x75;", "< ", " on"])
    for (const file of [piece.repeat(40_000 / piece.length), `<svg>${piece.repeat(250_000 / piece.length)}`])
      readPicture("a.svg", Buffer.from(file));
  expect(performance.now() - start).toBeLessThan(20_000);
});

test("what only points inside itself is a picture", () => {
  expect(faultOf("a.svg", svg('<g id="a"/><use href="#a"/><circle fill="url(#b)" r="1"/>'))).toBeUndefined();
});

test("a name that leads elsewhere, a false ending and a huge file are refused in words", () => {
  for (const name of ["../a.svg", "a/b.svg", "A b.svg", "a.gif", ".svg", "a.svg.exe"])
    expect(faultOf(name, svg(""))).toMatch(/picture's name/);
  expect(faultOf("a.png", svg(""))).toBe("This is no png picture, whatever its name says.");
  expect(faultOf("a.svg", svg(" ".repeat(301 * 1024)))).toMatch(/too large: 302 kB/);
});

const class_ = (body: string) => `---\ntitle: A\nlanguage: en\n---\n\n---\nid: a\n---\n\n# A\n\n${body}\n`;
const src = `/pictures/${"ab".repeat(32)}.svg`;
const read = (body: string) =>
  parseClass(class_(body), "class.md", { pictures: (name) => (name === "sun.svg" ? src : undefined) });
const messages = (body: string) => {
  const parsed = read(body);
  return "errors" in parsed ? parsed.errors.map(({ line, message }) => `${line}: ${message}`) : [];
};

test("options and bodies carry pictures, each with words for those who cannot see it", () => {
  expect(read("![A low sun](sun.svg)")).toMatchObject({
    deck: { slides: [{ bodies: [`<p><img src="${src}" alt="A low sun"></p>`] }] },
  });
  expect(
    read('```choice\noptions:\n  - sun: "![A low sun](sun.svg) Morning"\n  - Evening\n```'),
  ).toMatchObject({
    deck: {
      slides: [
        {
          options: [
            { id: "sun", text: "Morning", picture: { src, alt: "A low sun" } },
            { id: "evening", text: "Evening" },
          ],
        },
      ],
    },
  });
  expect(messages("![](sun.svg)")).toEqual([
    "12: Say between the brackets what the picture shows, for those who cannot see it.",
  ]);
  expect(messages("![A moon](moon.svg)")).toEqual([
    "12: There is no picture “moon.svg” in the class's folder “pictures”.",
  ]);
  expect(messages('```choice\noptions:\n  - "![A moon](moon.svg) Night"\n  - Day\n```')).toEqual([
    "14: There is no picture “moon.svg” in the class's folder “pictures”.",
  ]);
});

test("a line that only looks like a picture has a backslash, and one that is a picture has quotation marks", () => {
  expect(read('```choice\noptions:\n  - "\\\\![A](sun.svg) is how it is written"\n  - b\n```')).toMatchObject(
    {
      deck: { slides: [{ options: [{ text: "![A](sun.svg) is how it is written" }, {}] }] },
    },
  );
  for (const line of ["![A sun](sun.svg) Day", "sun: ![A sun](sun.svg) Day", "!day"])
    expect(messages(`\`\`\`choice\noptions:\n  - ${line}\n  - b\n\`\`\``)).toEqual([
      '14: A text that begins with a picture or with “!” needs quotation marks around all of it, as in: - "![A cup](cup.svg) Have a drink".',
    ]);
});
