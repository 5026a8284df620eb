import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, expect, test } from "vitest";
import { findPostmaster } from "@/db/embedded/postmaster";
import { type AttuneProcess, askDatabase, databaseUrl, startAttune } from "@/tests/support/attune-process";
import { until } from "@/tests/support/until";

// The tests stand in order on one data directory, as the days of one installation do.
const data = mkdtempSync(join(tmpdir(), "attune-startup-"));
const cluster = join(data, "postgres");
const started: AttuneProcess[] = [];

function start(settings: Record<string, string> = {}) {
  const attune = startAttune({ ATTUNE_DATA: data, ...settings });
  started.push(attune);
  return attune;
}

async function stop(attune: AttuneProcess) {
  attune.child.kill("SIGTERM");
  return attune.exit();
}

afterEach(async () => {
  for (const attune of started.splice(0)) if (attune.child.exitCode === null) await stop(attune);
});
afterAll(() => rmSync(data, { recursive: true, force: true }));

const migrations = () =>
  askDatabase(databaseUrl(data), (sql) => sql`select hash from drizzle.__drizzle_migrations order by id`);

test("the first start makes everything that it needs and says what a person needs", async () => {
  const attune = start();
  await attune.ready();
  expect(await (await fetch(`${attune.origin()}/healthz`)).text()).toBe("alive\n");
  expect((await fetch(`${attune.origin()}/readyz`)).status).toBe(200);
  expect(await (await fetch(attune.origin())).text()).toBe("a page\n");
  expect(attune.stdout()).toMatch(
    /Make your account with this link; it works once:\n\s+http:\/\/\S+\/setup\?token=/,
  );
  expect(attune.stderr()).toBe("");
  expect(await migrations()).not.toHaveLength(0);
});

test("secrets that nobody set are kept beside the data, for their owner only", () => {
  for (const file of ["secret", "postgres/attune.password"])
    expect(statSync(join(data, file)).mode & 0o777, file).toBe(0o600);
  expect(readFileSync(join(data, "secret"), "utf8").trim().length).toBeGreaterThanOrEqual(43);
});

test.each(["SIGTERM", "SIGINT"] as const)("%s stops it in order, PostgreSQL last", async (signal) => {
  const attune = start();
  await attune.ready();
  attune.child.kill(signal);
  expect(await attune.exit()).toBe(0);
  expect(attune.stderr()).toBe("");
  expect(existsSync(join(cluster, "postmaster.pid"))).toBe(false);
});

test("a signal during the start stops it as well", async () => {
  const attune = start();
  await until(() => existsSync(join(cluster, "postmaster.pid")));
  expect(await stop(attune)).toBe(0);
  expect(await findPostmaster(cluster)).toBeUndefined();
});

test("the next start applies nothing twice and keeps its secrets", async () => {
  const secret = readFileSync(join(data, "secret"), "utf8");
  const first = start();
  await first.ready();
  const before = await migrations();
  await stop(first);
  const second = start();
  await second.ready();
  expect(await migrations()).toEqual(before);
  expect(readFileSync(join(data, "secret"), "utf8")).toBe(secret);
});

test("after kill -9 the next start recovers, though PostgreSQL still runs", async () => {
  const first = start();
  await first.ready();
  const word = randomBytes(8).toString("hex");
  await askDatabase(databaseUrl(data), async (sql) => {
    await sql`create table if not exists kept (word text)`;
    await sql`insert into kept values (${word})`;
  });
  const orphan = await findPostmaster(cluster);
  first.child.kill("SIGKILL");
  await first.exit();
  expect((await findPostmaster(cluster))?.pid).toBe(orphan?.pid);

  const second = start();
  await second.ready();
  expect((await findPostmaster(cluster))?.pid).not.toBe(orphan?.pid);
  const kept = await askDatabase(databaseUrl(data), (sql) => sql`select word from kept where word = ${word}`);
  expect(kept).toHaveLength(1);
});

test("after a power cut the next start recovers, though its number belongs to another process now", async () => {
  const first = start();
  await first.ready();
  first.child.kill("SIGKILL");
  await first.exit();
  const dead = await findPostmaster(cluster);
  process.kill(dead?.pid ?? 0, "SIGKILL");
  await until(async () => (await findPostmaster(cluster)) === undefined);
  const lock = join(cluster, "postmaster.pid");
  writeFileSync(lock, readFileSync(lock, "utf8").replace(/^\d+/, String(process.pid)));

  const second = start();
  await second.ready();
  expect((await fetch(`${second.origin()}/readyz`)).status).toBe(200);
});

test("PostgreSQL alone killed: it comes back by itself, even when nobody reads what that says", async () => {
  const attune = start();
  await attune.ready();
  attune.child.stderr?.destroy();
  const killed = await findPostmaster(cluster);
  process.kill(killed?.pid ?? 0, "SIGKILL");
  await until(async () => {
    const now = await findPostmaster(cluster);
    return now?.status === "ready" && now.pid !== killed?.pid;
  });
  await until(async () => (await fetch(`${attune.origin()}/readyz`)).ok);
  // It also has the data for itself again.
  await until(async () => {
    const locks = await askDatabase(
      databaseUrl(data),
      (sql) => sql`select 1 from pg_locks where locktype = 'advisory' and classid = 1635021941 and objid = 1`,
    );
    return locks.length === 1;
  });
  expect(await stop(attune)).toBe(0);
});

test("a second process on the same data is refused, and the first goes on", async () => {
  const first = start();
  await first.ready();
  const second = start();
  expect(await second.exit()).toBe(1);
  expect(second.stderr()).toMatch(/^The data in \S+ are in use by another Attune .*\n$/);
  expect((await fetch(`${first.origin()}/readyz`)).status).toBe(200);
});

test("of two started at once, one runs", async () => {
  const both = [start(), start()];
  const ends = await Promise.all(
    both.map((attune) =>
      attune.ready().then(
        () => "runs",
        () => attune.stderr(),
      ),
    ),
  );
  expect(
    ends.filter((end) => end === "runs"),
    ends.join("\n"),
  ).toHaveLength(1);
  expect(ends.find((end) => end !== "runs")).toMatch(/in use by another Attune/);
});

test("a server named by DATABASE_URL is used by one process at a time", async () => {
  const host = start();
  await host.ready();
  await askDatabase(databaseUrl(data), (sql) => sql`create database elsewhere`);
  const settings = { DATABASE_URL: databaseUrl(data, "elsewhere"), ATTUNE_DATA: join(data, "second") };
  const first = start(settings);
  await first.ready();
  expect(existsSync(join(data, "second", "postgres"))).toBe(false);
  const second = start(settings);
  expect(await second.exit()).toBe(1);
  expect(second.stderr()).toMatch(/^The database is in use by another Attune/);
  expect(await stop(first)).toBe(0);
  const third = start(settings);
  await third.ready();
  expect(await stop(third)).toBe(0);
});
