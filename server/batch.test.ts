import fc from "fast-check";
import { expect, test } from "vitest";
import { createBatch } from "@/server/batch";

/** A batch whose groups wait until the test lets them be written. */
function heldBatch({ most = 100, waiting = 100 } = {}) {
  const groups: string[][] = [];
  const gates: { open: (refused?: Map<string, Error>) => void; fail: (error: Error) => void }[] = [];
  const batch = createBatch<string>({
    write: (items) => {
      groups.push(items);
      return new Promise((resolve, reject) => {
        gates.push({ open: resolve, fail: reject });
      });
    },
    collectMs: 0,
    most,
    waiting,
    overload: () => new Error("too many"),
  });
  const gate = async (n: number) => {
    while (!gates[n]) await new Promise((resolve) => setImmediate(resolve));
    return gates[n];
  };
  return { batch, groups, gate };
}

test("what comes while a group is written is the next group, and each is answered with its own", async () => {
  const { batch, groups, gate } = heldBatch();
  const done: string[] = [];
  const add = (item: string) => batch.add(item).then(() => done.push(item));
  const all = [add("a"), add("b")];
  const first = await gate(0);
  all.push(add("c"), add("d"));
  expect(done).toEqual([]);
  first?.open();
  const second = await gate(1);
  expect(done).toEqual(["a", "b"]);
  second?.open();
  await Promise.all(all);
  expect(groups).toEqual([
    ["a", "b"],
    ["c", "d"],
  ]);
});

test("a group holds so many items at most", async () => {
  const { batch, groups, gate } = heldBatch({ most: 2 });
  const all = ["a", "b", "c"].map(batch.add);
  (await gate(0))?.open();
  (await gate(1))?.open();
  await Promise.all(all);
  expect(groups).toEqual([["a", "b"], ["c"]]);
});

test("a group that fails is refused whole, and the next one is written all the same", async () => {
  const { batch, gate } = heldBatch();
  const first = batch.add("a");
  const failing = await gate(0);
  const second = batch.add("b");
  failing?.fail(new Error("the database is away"));
  await expect(first).rejects.toThrow("the database is away");
  (await gate(1))?.open();
  await expect(second).resolves.toBeUndefined();
});

test("one refused item does not touch its neighbours", async () => {
  const { batch, gate } = heldBatch();
  const [good, bad] = [batch.add("good"), batch.add("bad")];
  (await gate(0))?.open(new Map([["bad", new Error("not this one")]]));
  await expect(good).resolves.toBeUndefined();
  await expect(bad).rejects.toThrow("not this one");
});

test("beyond what may wait it refuses at once, and takes more when there is room again", async () => {
  const { batch, gate } = heldBatch({ waiting: 2 });
  const kept = [batch.add("a"), batch.add("b")];
  await expect(batch.add("c")).rejects.toThrow("too many");
  const first = await gate(0);
  kept.push(batch.add("d"));
  first?.open();
  (await gate(1))?.open();
  await Promise.all(kept);
});

test("drain waits for everything that was added before", async () => {
  const { batch, gate } = heldBatch();
  const added = batch.add("a");
  let drained = false;
  const drain = batch.drain().then(() => {
    drained = true;
  });
  const first = await gate(0);
  expect(drained).toBe(false);
  first?.open();
  await Promise.all([added, drain]);
  await batch.drain(); // nothing waits: at once
});

test("whatever comes when: every item is written once, in order, and answered", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(3), { maxLength: 40 }),
      fc.integer({ min: 1, max: 5 }),
      async (pauses, most) => {
        const written: number[] = [];
        const write = async (items: number[]) => {
          await new Promise((resolve) => setImmediate(resolve));
          written.push(...items);
          return undefined;
        };
        const batch = createBatch({
          write,
          collectMs: 0,
          most,
          waiting: 100,
          overload: () => new Error("too many"),
        });
        const answers: Promise<void>[] = [];
        for (const [n, pause] of pauses.entries()) {
          for (let turn = 0; turn < pause; turn += 1) await new Promise((resolve) => setImmediate(resolve));
          answers.push(batch.add(n));
        }
        await Promise.all(answers);
        expect(written).toEqual(pauses.map((_, n) => n));
      },
    ),
    { numRuns: 50 },
  );
});
