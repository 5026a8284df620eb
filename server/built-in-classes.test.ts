import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Db } from "@/db/client";
import { StartupError } from "@/db/startup-error";
import { storeBuiltInClasses } from "@/server/built-in-classes";

test("a broken class ends the start with words for its author, before the database is asked", async () => {
  const folder = await mkdtemp(join(tmpdir(), "attune-broken-"));
  await mkdir(join(folder, "one"));
  await writeFile(join(folder, "one", "class.en.md"), "---\ntitle: A class\nlanguage: en\n---\n\n<b>\n");
  const refused = await storeBuiltInClasses({} as Db, folder).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(StartupError);
  expect(String(refused)).toMatch(
    /A built-in class cannot be read\.\ncontent\/classes\/one\/class\.en\.md:\d+: /,
  );
  await rm(folder, { recursive: true });
});
