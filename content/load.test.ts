import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
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
    "content/classes/empty/class.en.md:1: There is no",
  );
});

test("one error names file, line and cause of all that is wrong", async () => {
  await writeFile(join(folder, "one", "class.en.md"), `${source}\n<b>\n\n---\n\n# One`);
  await expect(loadBuiltInClasses(folder)).rejects.toThrow(
    /A built-in class cannot be read\.\ncontent\/classes\/one\/class\.en\.md:8: HTML cannot be used.*\ncontent\/classes\/one\/class\.en\.md:10: Another slide/s,
  );
});
