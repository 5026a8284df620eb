import { beforeEach, expect, test } from "vitest";
import { codeOf } from "@/protocol/errors";
import { createSignInTries, type SignInTries } from "@/server/auth/sign-in-tries";

const minute = 60_000;
let time = 0;
let tries: SignInTries;

beforeEach(() => {
  time = 1_000_000;
  tries = createSignInTries(() => time);
});

/** How a try ended: `right`, `wrong`, or the code that refused it. */
async function attempt(address: string, email: string, right = false): Promise<string> {
  try {
    const result = await tries.run(address, email, async () => (right ? "in" : undefined));
    return result === undefined ? "wrong" : "right";
  } catch (error) {
    return codeOf(error) ?? "thrown";
  }
}

async function fail(times: number, address: string, email: string): Promise<string[]> {
  const outcomes: string[] = [];
  for (let n = 0; n < times; n += 1) outcomes.push(await attempt(address, email));
  return outcomes;
}

test("five wrong tries, then a pause that a minute ends", async () => {
  expect(await fail(6, "1.1.1.1", "ana@example.org")).toEqual([...Array(5).fill("wrong"), "too_many_tries"]);
  expect(await attempt("1.1.1.1", "ana@example.org", true)).toBe("too_many_tries");
  time += minute;
  expect(await attempt("1.1.1.1", "ana@example.org", true)).toBe("right");
});

test("a right password gives all tries back", async () => {
  await fail(4, "1.1.1.1", "ana@example.org");
  expect(await attempt("1.1.1.1", "ana@example.org", true)).toBe("right");
  expect(await fail(5, "1.1.1.1", "ana@example.org")).toEqual(Array(5).fill("wrong"));
});

test("one address cannot try one e-mail after the other", async () => {
  const outcomes: string[] = [];
  for (let n = 0; n < 25; n += 1) outcomes.push(await attempt("1.1.1.1", `person${n}@example.org`));
  expect(outcomes.filter((outcome) => outcome === "wrong")).toHaveLength(20);
  expect(outcomes.at(-1)).toBe("too_many_tries");
});

test("guessing from elsewhere never shuts the owner out, only leaves fewer tries", async () => {
  for (let n = 0; n < 200; n += 1) await fail(6, `10.0.0.${n}`, "ana@example.org");
  expect(await attempt("1.1.1.1", "ana@example.org", true)).toBe("right");
  expect(await fail(2, "2.2.2.2", "ana@example.org")).toEqual(["wrong", "too_many_tries"]);
  time += 3 * minute;
  expect(await attempt("2.2.2.2", "ana@example.org", true)).toBe("right");
});

test("tries that run side by side count before they end", async () => {
  const outcomes = await Promise.all(Array.from({ length: 10 }, () => attempt("1.1.1.1", "ana@example.org")));
  expect(outcomes.filter((outcome) => outcome === "wrong")).toHaveLength(5);
});

test("a failure of ours costs no try", async () => {
  for (let n = 0; n < 10; n += 1)
    await expect(
      tries.run("1.1.1.1", "ana@example.org", () => Promise.reject(new Error("no database"))),
    ).rejects.toThrow("no database");
  expect(await attempt("1.1.1.1", "ana@example.org", true)).toBe("right");
});

test("a flood is turned away before it costs anything", async () => {
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const running = Array.from({ length: 16 }, (_, n) =>
    tries.run(`10.0.0.${n}`, "ana@example.org", () => held.then(() => undefined)),
  );
  expect(await attempt("1.1.1.1", "ana@example.org", true)).toBe("overloaded");
  letGo();
  await Promise.all(running);
  expect(await attempt("1.1.1.1", "ana@example.org", true)).toBe("right");
});
