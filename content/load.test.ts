import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { printClass } from "./format/print";
import { loadBuiltInClasses } from "./load";

const source = "---\ntitle: A class\nlanguage: en\n---\n\n# One\n";
let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "attune-classes-"));
  await mkdir(join(folder, "one"));
  await writeFile(join(folder, "one", "class.en.md"), source);
});
afterEach(() => rm(folder, { recursive: true }));

test("a class comes with the hash of what was made of it, which changes with its handout", async () => {
  const [bare] = await loadBuiltInClasses(folder);
  expect(bare).toMatchObject({
    deck: { title: "A class", handout: "" },
    hash: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  await writeFile(join(folder, "one", "handout.en.md"), "Keep this.");
  const [full] = await loadBuiltInClasses(folder);
  expect(full?.deck.handout).toBe("<p>Keep this.</p>");
  expect(full?.hash).not.toBe(bare?.hash);
});

test("what changes nothing of the class is no new class", async () => {
  const [before] = await loadBuiltInClasses(folder);
  await writeFile(join(folder, "one", "class.en.md"), `${source}\n\n`);
  const [after] = await loadBuiltInClasses(folder);
  expect(after?.deck).toEqual(before?.deck);
  expect(after?.hash).toBe(before?.hash);
});

test("the built-in classes are found from wherever the process was started", async () => {
  const elsewhere = vi.spyOn(process, "cwd").mockReturnValue(tmpdir());
  try {
    expect((await loadBuiltInClasses()).map(({ deck }) => deck.slug)).toContain("attachment");
  } finally {
    elsewhere.mockRestore();
  }
});

test("a folder without its class is named", async () => {
  await mkdir(join(folder, "empty"));
  await expect(loadBuiltInClasses(folder)).rejects.toThrow(
    "content/classes/empty/class.en.md:1: There is no file of a class",
  );
});

test("one error names file, line and cause of all that is wrong", async () => {
  await writeFile(join(folder, "one", "class.en.md"), `${source}\n<b>\n\n---\n\n# One`);
  await expect(loadBuiltInClasses(folder)).rejects.toThrow(
    /A built-in class cannot be read\.\ncontent\/classes\/one\/class\.en\.md:8: HTML cannot be used.*\ncontent\/classes\/one\/class\.en\.md:10: Another slide/s,
  );
});

const spanish = "---\ntitle: Una clase\nlanguage: es\n---\n\n---\nid: one\n---\n\n# Uno\n";
const named = (text: string) => text.replace("title:", "slug: one\ntitle:");
const put = (file: string, text: string | Buffer) => writeFile(join(folder, "one", file), text);

test("a class with its translations, guides and pictures comes whole, and is printed whole", async () => {
  await put("class.en.md", named(source));
  await put("class.es.md", `${spanish}\n![Un sol bajo](sun.svg)\n`);
  await put("handout.es.md", "Llévate esto.");
  await put("guide.en.md", "Read this.");
  await mkdir(join(folder, "one", "pictures"));
  const sun = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><circle r="4"/></svg>');
  await put("pictures/sun.svg", sun);
  const [one] = await loadBuiltInClasses(folder);
  const name = one?.pictures[0]?.name ?? "";
  expect(one?.pictures).toEqual([{ name, type: "image/svg+xml", bytes: sun }]);
  expect(one?.deck).toMatchObject({
    slug: "one",
    language: "en",
    guide: "<p>Read this.</p>",
    translations: {
      es: {
        title: "Una clase",
        handout: "<p>Llévate esto.</p>",
        guide: "",
        slides: { one: { bodies: [`<p><img src="/pictures/${name}" alt="Un sol bajo"></p>`] } },
      },
    },
  });

  // What is printed into another folder is the same class again.
  const deck = one?.deck;
  if (!deck) throw new Error("the class was not read");
  const { translations, ...own } = printClass(deck);
  await mkdir(join(folder, "two", "pictures"), { recursive: true });
  await writeFile(join(folder, "two", "pictures", name), sun);
  for (const { language, ...files } of [{ language: "en", ...own }, ...translations])
    for (const [kind, text] of Object.entries({ ...files, class: files.source }))
      if (kind !== "source" && text) await writeFile(join(folder, "two", `${kind}.${language}.md`), text);
  const [, two] = await loadBuiltInClasses(folder);
  expect(two).toEqual(one);
});

test("a class may be written in any language: alone, or as the one file with a slug", async () => {
  await rm(join(folder, "one", "class.en.md"));
  await put("class.es.md", spanish);
  expect((await loadBuiltInClasses(folder))[0]?.deck).toMatchObject({ language: "es", translations: {} });
  await put("class.es.md", named(spanish));
  await put("class.en.md", source);
  expect((await loadBuiltInClasses(folder))[0]?.deck).toMatchObject({
    language: "es",
    translations: { en: { title: "A class" } },
  });
});

test.each<[string, Record<string, string>, string]>([
  ["no file has a slug", { "class.es.md": spanish }, "class.en.md:1: A class in several languages needs"],
  [
    "two files have one",
    { "class.en.md": named(source), "class.es.md": named(spanish) },
    "class.es.md:1: “slug” stands in several files (en, es).",
  ],
  [
    "a file is named after another language",
    { "class.en.md": spanish },
    "class.en.md:1: The file's name says “en”, and its “language” says “es”.",
  ],
  ["a guide is alone", { "guide.es.md": "Lee." }, "guide.es.md:1: There is no “class.es.md” beside it."],
])("it is said when %s", async (_, files, message) => {
  for (const [file, text] of Object.entries(files)) await put(file, text);
  await expect(loadBuiltInClasses(folder)).rejects.toThrow(`content/classes/one/${message}`);
});

test("a picture that cannot be used is named beside what is wrong in the class", async () => {
  await mkdir(join(folder, "one", "pictures"));
  await put("pictures/.DS_Store", "left by the system");
  await mkdir(join(folder, "one", "pictures", "more"));
  await put("pictures/sun.svg", "<svg><script>1</script></svg>");
  await put("class.en.md", `${source}\n![](sun.svg)\n`);
  await expect(loadBuiltInClasses(folder)).rejects.toThrow(
    /pictures\/more:1: Pictures lie in “pictures” itself.*\n.*pictures\/sun\.svg:1: This picture cannot be used: it holds something that is no picture\.\n.*class\.en\.md:8: /s,
  );
});
