import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type AttuneProcess, askDatabase, databaseUrl, startAttune } from "@/tests/support/attune-process";

const scratch = mkdtempSync(join(tmpdir(), "attune-refusals-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** One clear sentence, no stack trace, no success. */
async function refusal(settings: Record<string, string>): Promise<string> {
  const attune = startAttune({ ATTUNE_DATA: join(scratch, "unused"), ...settings });
  expect(await attune.exit()).toBe(1);
  expect(attune.stdout()).toBe("");
  expect(attune.stderr()).not.toMatch(/^\s+at |Error:|"stack"/m);
  expect(attune.stderr().trim().split("\n")).toHaveLength(1);
  return attune.stderr();
}

test("a setting that cannot be", async () => {
  expect(await refusal({ PORT: "many" })).toBe(
    "PORT is not set right: it takes a whole number from 0 to 65535.\n",
  );
});

test("a port that is taken", async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  const address = other.address();
  const port = address && typeof address === "object" ? address.port : 0;
  expect(await refusal({ PORT: String(port) })).toContain(`Port ${port} is taken by another program`);
  other.close();
});

test("a database that nobody answers for, without a word of its password", async () => {
  const told = await refusal({ DATABASE_URL: "postgres://attune:hush-hush@127.0.0.1:1/attune" });
  expect(told).toContain("The database at 127.0.0.1:1 cannot be used: nothing listens there.");
  expect(told).not.toContain("hush");
});

test("a data directory that is a file", async () => {
  const file = join(scratch, "file");
  writeFileSync(file, "");
  expect(await refusal({ ATTUNE_DATA: file })).toContain(`Attune cannot keep its data in ${file}`);
});

test("data of a newer PostgreSQL", async () => {
  const data = join(scratch, "newer");
  mkdirSync(join(data, "postgres"), { recursive: true });
  writeFileSync(join(data, "postgres", "PG_VERSION"), "99\n");
  expect(await refusal({ ATTUNE_DATA: data })).toMatch(/were made by a newer PostgreSQL \(99\)/);
});

describe("on a server with accounts", () => {
  let host: AttuneProcess;
  const hostData = join(scratch, "host");
  const own = join(scratch, "own");
  const settings = () => ({ DATABASE_URL: databaseUrl(hostData, "accounts"), ATTUNE_DATA: own });
  const secret = "a secret that is long enough to be taken";

  beforeAll(async () => {
    host = startAttune({ ATTUNE_DATA: hostData });
    await host.ready();
    await askDatabase(databaseUrl(hostData), (sql) => sql`create database accounts`);
    await run({ ...settings(), ATTUNE_SECRET: secret });
    await askDatabase(
      settings().DATABASE_URL,
      (sql) => sql`with team as (
          insert into teams (id, name, support, created_at)
          values (gen_random_uuid(), 'Our team', '[]', now()) returning id)
        insert into facilitators (id, team_id, email, name, password_hash, created_at)
        select gen_random_uuid(), id, 'ana@example.org', 'Ana', '-', now() from team`,
    );
  });
  afterAll(async () => {
    host.child.kill("SIGTERM");
    await host.exit();
  });

  async function run(all: Record<string, string>) {
    const attune = startAttune(all);
    await attune.ready();
    attune.child.kill("SIGTERM");
    expect(await attune.exit()).toBe(0);
  }

  test("a missing secret", async () => {
    expect(await refusal(settings())).toMatch(/^The secret that belongs to these data is missing: put back /);
  });

  test("a wrong secret, unless it is wanted", async () => {
    const other = { ...settings(), ATTUNE_SECRET: "another secret that is also long enough" };
    expect(await refusal(other)).toMatch(
      /^The secret in ATTUNE_SECRET is not the one that belongs to these data/,
    );
    await run({ ...other, ATTUNE_ACCEPT_SECRET: "yes" });
    await run(other);
  });

  test("tables of another version", async () => {
    await askDatabase(
      settings().DATABASE_URL,
      (sql) => sql`update drizzle.__drizzle_migrations set hash = 'later'`,
    );
    expect(await refusal(settings())).toContain("The data were last used by another version of Attune");
  });
});
