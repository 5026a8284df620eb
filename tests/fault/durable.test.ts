import { afterEach, expect, test } from "vitest";
import { type FaultSite, openFaultSite } from "@/tests/fault/site";
import { askDatabase } from "@/tests/support/attune-process";

let site: FaultSite;
afterEach(() => site.remove());

test("our own PostgreSQL writes to the disk before a commit is answered", async () => {
  site = await openFaultSite();
  const settings = await askDatabase(
    site.databaseUrl(),
    (sql) => sql<{ name: string; setting: string }[]>`
      select name, setting from pg_settings
      where name in ('fsync', 'full_page_writes', 'synchronous_commit') order by name`,
  );
  expect(settings.map(({ name, setting }) => `${name} ${setting}`)).toEqual([
    "fsync on",
    "full_page_writes on",
    "synchronous_commit on",
  ]);
  expect(site.attune().stderr()).toBe("");
});

test("a server that answers before its disk has the data is used, and said so", async () => {
  site = await openFaultSite();
  const own = site;
  await askDatabase(own.databaseUrl(), async (sql) => {
    await sql`create database careless`;
    await sql`alter database careless set synchronous_commit = off`;
  });
  const url = new URL(own.databaseUrl());
  url.pathname = "/careless";
  const careless = await openFaultSite({ DATABASE_URL: url.toString() });
  expect(careless.attune().stderr()).toContain("the database acknowledges before its disk has the data");
  await careless.remove();
});
