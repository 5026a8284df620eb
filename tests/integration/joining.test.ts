import { afterAll, beforeAll, expect, test } from "vitest";
import type { SessionId } from "@/protocol/ids";
import type { Context } from "@/server/context";
import { createJoining } from "@/server/queries/joining";
import { step } from "@/tests/support/client";
import { type Facilitator, openRoom, type Room } from "@/tests/support/room";
import { until } from "@/tests/support/until";

let room: Room;
let ana: Facilitator;
let id: SessionId;
let code: string;

beforeAll(async () => {
  room = await openRoom();
  ana = await room.facilitator();
  id = await room.start(ana);
  code = await room.codeOf(id);
});
afterAll(() => room.close());

const join = (typed: string, address: string) => room.app.queries.join(typed, { address }, "en");
const outcome = async (typed: string, address: string) => (await join(typed, address)).outcome;

/** A code that no session has. */
const wrong = () => (code === "10000001" ? "10000002" : "10000001");

test("R2: a code leads in, with a ticket for the socket and the first view, however it is spaced", async () => {
  expect(code).toMatch(/^[1-9]\d{7}$/);
  const joined = await join(code, "a");
  expect(joined).toMatchObject({
    outcome: "in",
    sessionId: id,
    view: { audience: "phone", status: "lobby" },
  });
  expect(await outcome(` ${code.slice(0, 4)} ${code.slice(4)} `, "a")).toBe("in");
});

test("what is no code leads nowhere", async () => {
  for (const typed of ["", "1234", "abcdefgh", `${code}0`, wrong(), "１２３４５６７８", "' or 1=1 --"])
    expect(await outcome(typed, "b")).toBe("unknown");
});

/** A door of its own, whose slowness is the test's to end; looking a code up takes as long as ever. */
function slowDoor() {
  const waits: { ms: number; over: () => void }[] = [];
  const { parts } = room.app;
  const views = { phone: async () => ({ audience: "phone" }) } as unknown as Context["views"];
  const presence = { phones: () => 0 } as unknown as Context["presence"];
  const join = createJoining({ ...parts, views, presence }, (ms) => {
    return new Promise<void>((over) => waits.push({ ms, over }));
  });
  return {
    waits,
    try: async (typed: string, address: string) => (await join(typed, { address }, "en")).outcome,
    release: () => waits.shift()?.over(),
  };
}

test("R4: only failed codes count, per address, and nobody is slowed before there are many", async () => {
  const door = slowDoor();
  for (let n = 0; n < 60; n += 1) expect(await door.try(code, "class")).toBe("in");
  const failed = await Promise.all(Array.from({ length: 30 }, () => door.try(wrong(), "class")));
  expect(failed).toEqual(Array(30).fill("unknown"));
  expect(await door.try(wrong(), "elsewhere")).toBe("unknown");
  expect(door.waits).toHaveLength(0);
});

test("R4: many failed codes make an address slow, one try at a time; a good code still goes in", async () => {
  const door = slowDoor();
  // All at once is no way around the count.
  const guesses = Array.from({ length: 31 }, () => door.try(wrong(), "class"));
  expect(await Promise.all(guesses.slice(0, 30))).toEqual(Array(30).fill("unknown"));
  const good = door.try(code, "class");
  await until(() => door.waits.length > 0);
  expect(door.waits.map(({ ms }) => ms)).toEqual([500]);
  door.release();
  expect(await guesses[30]).toBe("throttled");
  await until(() => door.waits.length > 0);
  door.release();
  expect(await good).toBe("in");
  room.app.clock.time += 2000;
  expect(await door.try(wrong(), "class")).toBe("unknown");
});

test("R4: a slow address has a short line, and whoever finds it full is turned away at once", async () => {
  const door = slowDoor();
  for (let n = 0; n < 30; n += 1) await door.try(wrong(), "class");
  const waiting = Array.from({ length: 40 }, () => door.try(wrong(), "class"));
  for (let n = 0; n < 20; n += 1) expect(await door.try(code, "class")).toBe("throttled");
  expect(await door.try(code, "elsewhere")).toBe("in");
  for (const one of waiting) {
    await until(() => door.waits.length > 0);
    expect(door.waits).toHaveLength(1);
    door.release();
    expect(await one).toBe("throttled");
  }
});

test("R2: the code of an ended session leads to its goodbye, and to nothing else", async () => {
  const over = await room.start(ana);
  const its = await room.codeOf(over);
  await step(await room.console(ana, over), "session:end", {});
  const joined = await join(its, "c");
  expect(joined).toMatchObject({ outcome: "ended", view: { status: "ended", slide: null } });
  expect(joined).not.toHaveProperty("ticket");
});
