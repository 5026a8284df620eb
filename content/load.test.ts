import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { loadBuiltInClasses } from "./load";

const source = "---\ntitle: A class\nlanguage: en\n---\n\n# One\n";
let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "attune-classes-"));
  await mkdir(join(folder, "one"));
  await writeFile(join(folder, "one", "class.en.md"), source);
});
afterEach(() => rm(folder, { recursive: true }));

test("a class comes with the hash of its sources, which changes with its handout", async () => {
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

test("one error names file, line and cause of all that is wrong", async () => {
  await writeFile(join(folder, "one", "class.en.md"), `${source}\n<b>\n\n---\n\n# One`);
  await expect(loadBuiltInClasses(folder)).rejects.toThrow(
    /A built-in class cannot be read\.\ncontent\/classes\/one\/class\.en\.md:8: HTML cannot be used.*\ncontent\/classes\/one\/class\.en\.md:10: Another slide/s,
  );
});
