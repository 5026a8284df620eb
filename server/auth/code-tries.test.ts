import { expect, test } from "vitest";
import { codeLimits, createCodeTries } from "@/server/auth/code-tries";

const hour = 60 * 60 * 1000;

/** Tries on a clock of their own, whose waiting takes no time but the clock's. */
function desk({ phones = 500 } = {}) {
  const clock = { time: 1_000_000 };
  const waits: { at: number; over: () => void }[] = [];
  const tries = createCodeTries({
    now: () => clock.time,
    phones,
    pause: (ms) => new Promise<void>((over) => waits.push({ at: clock.time + ms, over })),
  });
  let looked = 0;
  const bad = (address: string) =>
    tries.run(address, async () => {
      looked += 1;
      return undefined;
    });
  const good = (address: string, id = "session") => tries.run(address, async () => ({ id }));
  return {
    clock,
    bad,
    good,
    looked: () => looked,
    waiting: () => waits.length,
    /** Goes on by so much, and lets those go whose waiting is over by then. */
    pass: async (ms: number) => {
      const end = clock.time + ms;
      await settled();
      for (;;) {
        const next = waits.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        waits.splice(waits.indexOf(next), 1);
        clock.time = Math.max(clock.time, next.at);
        next.over();
        await settled();
      }
      clock.time = end;
    },
  };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));
const addresses = (count: number) => Array.from({ length: count }, (_, n) => `198.51.${n >> 8}.${n & 255}`);

/** Uses up what all may fail together. */
async function underAttack(given?: { phones?: number }) {
  const all = desk(given);
  for (const address of addresses(100)) for (let n = 0; n < 5; n += 1) await all.bad(address);
  expect(all.looked()).toBe(500);
  return all;
}

test("R66: while somebody guesses, an address that nobody came in from fails five times, then waits in one line", async () => {
  const { bad, good, looked, waiting, pass } = await underAttack();
  const before = looked();
  for (let n = 0; n < 5; n += 1) expect(await bad("10.1.1.1")).toBe("unknown");
  const sixth = bad("10.1.1.1");
  await settled();
  expect(waiting()).toBe(1);
  expect(looked()).toBe(before + 5);
  await pass(1000);
  expect(await sixth).toBe("unknown");
  const late = good("10.1.1.1");
  await pass(1000);
  expect(await late).toEqual({ id: "session" });
});

test("R66: a class that is in goes on: thirty phones of its address may still mistype", async () => {
  const { good, bad, waiting } = await underAttack();
  expect(await good("class")).toEqual({ id: "session" });
  for (let n = 0; n < 30; n += 1) expect(await bad("class")).toBe("unknown");
  expect(waiting()).toBe(0);
  // And whoever knows the code never needed any of it.
  for (let n = 0; n < 60; n += 1) expect(await good(`phone ${n}`)).toEqual({ id: "session" });
});

test("R66: good codes from new addresses are looked up at once, whatever the attack", async () => {
  const { good, bad, clock } = await underAttack();
  for (const address of addresses(1000).slice(100)) void bad(address);
  for (let n = 0; n < 500; n += 1) {
    clock.time += 10;
    expect(await good(`new ${n}`)).toEqual({ id: "session" });
  }
});

test("R66: a known code makes no more addresses known than its session takes phones", async () => {
  const { good, bad, waiting } = await underAttack({ phones: 3 });
  for (let n = 0; n < 5; n += 1) await good(`insider ${n}`);
  const tried = async (address: string) => {
    for (let n = 0; n < 5; n += 1) await bad(address);
    const before = waiting();
    void bad(address);
    await settled();
    return waiting() > before ? "in line" : "free";
  };
  expect(await tried("insider 0")).toBe("free");
  expect(await tried("insider 2")).toBe("free");
  expect(await tried("insider 3")).toBe("in line");
});

test("R66: tries of many addresses at one moment do not pass before the first of them counts", async () => {
  const { bad, looked, clock, pass } = await underAttack();
  // Each of these has used its five up, and one more failure is free for all of them together.
  clock.time += 1000;
  const before = looked();
  const together = addresses(100).map((address) => bad(address));
  await settled();
  expect(looked() - before).toBe(1);
  await pass(60_000);
  await Promise.all(together);
});

test("R66: addresses of one IPv6 network of a provider's customer fail together", async () => {
  const { bad, waiting } = await underAttack();
  for (let n = 0; n < 5; n += 1) expect(await bad(`2001:db8:7:${n}::/64`)).toBe("unknown");
  void bad("2001:db8:7:9::/64");
  await settled();
  expect(waiting()).toBe(1);
});

test("R66: the line is short, and whoever finds it full is turned away unseen", async () => {
  const { bad, waiting, looked, pass } = await underAttack();
  const many = addresses(100).map((address) => bad(address));
  await settled();
  expect(waiting()).toBe(1); // one of them waits for its second, the others behind it
  const before = looked();
  await pass(60_000);
  const outcomes = await Promise.all(many);
  expect(looked() - before).toBe(codeLimits.guessed);
  expect(outcomes.filter((one) => one === "throttled")).toHaveLength(100 - codeLimits.guessed);
});

/** The most that docs/security.md says is looked up for so many addresses in so many hours. */
function bound(count: number, hours: number): number {
  const seconds = hours * 3600;
  return codeLimits.all.burst + 2 * seconds + count * (codeLimits.stranger.burst + hours);
}

test.each([1, 100, 1000])(
  "R66: %i addresses that never rest get no more looked up in an hour than is written down",
  async (count) => {
    const { bad, looked, pass } = desk();
    let late = false;
    let waiting: (() => void)[] = [];
    const nextStep = () => new Promise<void>((resolve) => waiting.push(resolve));
    const step = () => {
      const woken = waiting;
      waiting = [];
      for (const wake of woken) wake();
    };
    const guess = async (address: string) => {
      while (!late) {
        const before = looked();
        await bad(address);
        // Turned away unseen: nothing changes before the clock does.
        if (looked() === before) await nextStep();
      }
    };
    const guessers = addresses(count).map(guess);
    for (let at = 0; at < hour; at += 10_000) {
      await pass(10_000);
      step();
    }
    const counted = looked();
    late = true;
    step();
    await pass(60_000);
    await Promise.all(guessers);
    expect(counted).toBeGreaterThan(codeLimits.all.burst);
    expect(counted).toBeLessThanOrEqual(bound(count, 1));
  },
);
