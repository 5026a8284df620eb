import { expect, test } from "vitest";
import { createTogether } from "@/server/together";

test("who asks in the same turn shares a reading, who asks later gets a newer one", async () => {
  let readings = 0;
  const ask = createTogether(async (key: string) => `${key} ${++readings}`);
  expect(await Promise.all([ask("a"), ask("a"), ask("a")])).toEqual(["a 1", "a 1", "a 1"]);
  expect(await ask("a")).toBe("a 2");
});

test("a reading that is under way is not handed to who asks while it runs", async () => {
  const finish: (() => void)[] = [];
  const ask = createTogether(
    () => new Promise<number>((resolve) => finish.push(() => resolve(finish.length))),
  );
  const first = ask("a");
  while (finish.length === 0) await new Promise((resolve) => setImmediate(resolve));
  const second = ask("a");
  while (finish.length === 1) await new Promise((resolve) => setImmediate(resolve));
  for (const one of finish) one();
  await Promise.all([first, second]);
  expect(finish).toHaveLength(2);
});

test("a reading that fails is told to each of its callers, and the next one is tried anew", async () => {
  let fail = true;
  const ask = createTogether(async () => {
    if (fail) throw new Error("away");
    return 1;
  });
  const outcomes = await Promise.allSettled([ask("a"), ask("a")]);
  expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  fail = false;
  expect(await ask("a")).toBe(1);
});
