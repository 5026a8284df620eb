import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Column, type ColumnClass, columnsOf, listedIn, objections } from "@/tests/privacy/columns";
import { type TestDatabase, testDatabase } from "@/tests/support/database";

const document = readFileSync(new URL("../../docs/privacy.md", import.meta.url), "utf8");
const listed = listedIn(document);
let database: TestDatabase;
let columns: Column[];

beforeAll(async () => {
  database = await testDatabase();
  columns = await columnsOf(database.sql);
});
afterAll(() => database.close());

test("every column of the database is in docs/privacy.md, and none could join a response to a person", () => {
  expect(columns.length).toBeGreaterThan(60);
  expect(objections(columns, listed)).toEqual([]);
});

/** What somebody might add to the schema, listed as it then would be, and what must be said of it. */
const additions: [added: string, listedAs: ColumnClass | null, said: RegExp][] = [
  ["alter table responses add column mood text", null, /responses.mood is in no list/],
  ["create table visits (phone text)", null, /visits.phone is in no list/],
  ["alter table responses add column at timestamptz", "mark", /responses.at is a point in time/],
  ["alter table attendances add column day date", "mark", /attendances.day is a point in time/],
  ["alter table questions add column number serial", "mark", /questions.number is a number/],
  ["alter table responses add column place bigint", "place", /responses.place is a number/],
  ["alter table responses add column host inet", "answer", /network address/],
  ["alter table sign_ins add column host inet", "account", /network address/],
  ["alter table responses add column who uuid references facilitators", "place", /leads to facilitators/],
  ["alter table responses add column phone uuid", "mark", /it may name somebody/],
  ["alter table responses add column note text default now()::text", "mark", /is filled by the database/],
  ["alter table responses add column made uuid default gen_random_uuid()", "random id", /is filled by the/],
  ["alter table responses add column day text", "time", /no row about a participant may have/],
  ["alter table sessions add column favourite uuid references questions", "place", /must not/],
  ["create table letters (body text)", "answer", /letters has no key/],
];

test.each(additions)("the check can fail: %s", async (added, listedAs, said) => {
  const found = await database.sql
    .begin(async (sql) => {
      await sql.unsafe(added);
      const now = await columnsOf(sql);
      throw Object.assign(new Error("back to before"), { now });
    })
    .catch((error: Error & { now?: Column[] }) => error.now ?? []);
  const known = new Set(columns.map(({ table, column }) => `${table}.${column}`));
  const fresh = found.map(({ table, column }) => `${table}.${column}`).filter((name) => !known.has(name));
  expect(fresh).toHaveLength(1);
  const list = new Map(listed);
  if (listedAs) for (const name of fresh) list.set(name, listedAs);
  const before = objections(columns, listed);
  const sentences = objections(found, list).filter((sentence) => !before.includes(sentence));
  expect(sentences).toHaveLength(1);
  expect(sentences[0]).toMatch(said);
});

test("the check can fail: a column that is gone stays in no list", () => {
  const others = columns.filter(({ table }) => table !== "pulses");
  expect(objections(others, listed).join()).toContain("pulses.key is listed but does not exist");
});
