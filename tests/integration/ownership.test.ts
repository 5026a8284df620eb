import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type Claim, countOwners, type Ownership, takeOwnership } from "@/db/ownership";
import { type TestDatabase, testDatabase } from "@/tests/support/database";

let database: TestDatabase;
const held: Ownership[] = [];

beforeAll(async () => {
  database = await testDatabase();
});
afterEach(async () => {
  for (const ownership of held.splice(0)) await ownership.release();
});
afterAll(() => database.close());

async function take(claim: Claim): Promise<boolean> {
  const ownership = await takeOwnership(database.url, { claim, patienceMs: 0 });
  if (ownership) held.push(ownership);
  return ownership !== undefined;
}

test("any number of nodes share a database, and each is counted", async () => {
  for (const owners of [1, 2, 3]) {
    expect(await take("shared")).toBe(true);
    expect(await countOwners(database.db)).toBe(owners);
  }
});

test("who hears nobody does not come in beside nodes, and nodes do not come in beside it", async () => {
  expect(await take("shared")).toBe(true);
  expect(await take("shared")).toBe(true);
  expect(await take("alone")).toBe(false);
  for (const ownership of held.splice(0)) await ownership.release();
  expect(await take("alone")).toBe(true);
  expect(await take("shared")).toBe(false);
  expect(await take("alone")).toBe(false);
});

test("a database is taken for itself: one beside it on the same server is free", async () => {
  expect(await take("alone")).toBe(true);
  const other = await testDatabase();
  const there = await takeOwnership(other.url, { claim: "alone", patienceMs: 0 });
  expect(there).toBeDefined();
  expect(await countOwners(other.db)).toBe(1);
  await there?.release();
  await other.close();
});
