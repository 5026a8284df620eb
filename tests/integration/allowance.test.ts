import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { promptId, type SessionId, slideId } from "@/protocol/ids";
import { outcome, step } from "@/tests/support/client";
import { type Facilitator, openRoom, type Room } from "@/tests/support/room";
import { until } from "@/tests/support/until";

let room: Room;
let ana: Facilitator;
let id: SessionId;
const choice = slideId.parse("choice");

beforeAll(async () => {
  room = await openRoom();
  ana = await room.facilitator();
  id = await room.start(ana);
});
afterAll(() => room.close());

test("one socket cannot fill the guard's minimum with made-up participants", async () => {
  const console = await room.console(ana, id);
  await step(console, "slide:go", { slideId: choice });
  await step(console, "prompt:open", { slideId: choice });
  const phone = await room.phone(id);
  const value = { kind: "choice" as const, options: ["a"] };
  expect(await outcome(phone.answer("choice", value))).toBe("ok");
  for (let n = 0; n < 5; n += 1) {
    const token = randomBytes(32).toString("hex");
    expect(
      await outcome(phone.send("response:submit", { promptId: promptId.parse("choice"), token, value })),
    ).toBe("not_allowed");
  }
  expect(await outcome(phone.answer("choice", value))).toBe("ok");
  const [stored] = await room.app.sql`select count(*)::int as rows from responses where session_id = ${id}`;
  expect(stored?.rows).toBe(1);
});

test("a socket that sends without end is refused for a while, stays, and nobody else notices", async () => {
  const [loud, quiet] = await Promise.all([room.phone(id), room.phone(id)]);
  const outcomes = await Promise.all(
    Array.from({ length: 100 }, () => outcome(loud.send("session:view", {}))),
  );
  expect(outcomes.slice(0, 30)).toEqual(Array(30).fill("ok"));
  expect(outcomes.at(-1)).toBe("too_many_tries");
  expect(await outcome(quiet.send("session:view", {}))).toBe("ok");
  await until(async () => (await outcome(loud.send("session:view", {}))) === "ok");
  expect(loud.socket.connected).toBe(true);
});

test("one phone holds five sockets and no sixth, and another one again when one has gone", async () => {
  const secret = randomBytes(32);
  const five = await Promise.all(Array.from({ length: 5 }, () => room.phone(id, secret)));
  await expect(room.phone(id, secret)).rejects.toMatchObject({ code: "too_many_tries" });
  await room.phone(id);
  five[0]?.close();
  await until(() =>
    room.phone(id, secret).then(
      () => true,
      () => false,
    ),
  );
});

test("coming back makes nobody a second voice, nor gives back the tries that are used up", async () => {
  const secret = randomBytes(32);
  const value = { kind: "choice" as const, options: ["a"] };
  const prompt = promptId.parse("choice");
  const rows = async () => {
    const [stored] = await room.app.sql`select count(*)::int as rows from responses where session_id = ${id}`;
    return stored?.rows;
  };
  const first = await room.phone(id, secret);
  expect(await outcome(first.answer("choice", value))).toBe("ok");
  const before = await rows();
  first.close();
  for (let n = 0; n < 5; n += 1) {
    const again = await room.phone(id, secret);
    const token = randomBytes(32).toString("hex");
    expect(await outcome(again.send("response:submit", { promptId: prompt, token, value }))).toBe(
      "not_allowed",
    );
    again.close();
  }
  expect(await rows()).toBe(before);
  const loud = await room.phone(id, secret);
  await Promise.all(Array.from({ length: 40 }, () => loud.send("session:view", {})));
  loud.close();
  const back = await room.phone(id, secret);
  const outcomes = await Promise.all(
    Array.from({ length: 30 }, () => outcome(back.send("session:view", {}))),
  );
  expect(outcomes).toContain("too_many_tries");
});

test("who invents phones without end comes to an end", async () => {
  const small = await openRoom({ env: { ATTUNE_MAX_PHONES: "10" } });
  const bea = await small.facilitator();
  const its = await small.start(bea);
  const mine = randomBytes(32);
  const honest = await small.phone(its, mine);
  let invented = 0;
  const refused = async () => {
    try {
      (await small.phone(its)).close();
      invented += 1;
      return false;
    } catch (error) {
      return (error as { code?: string }).code;
    }
  };
  await until(async () => (await refused()) === "session_full" && invented >= 119);
  expect(invented).toBe(119);
  // Who was there comes back all the same.
  honest.close();
  await small.phone(its, mine);
  await small.close();
});

test("an address opens as many sockets as classes do, and then some more each minute, whoever they say they are", async () => {
  const small = await openRoom({ env: { ATTUNE_MAX_PHONES: "10" } });
  const knock = async (query = "") =>
    (await fetch(`${small.site}/socket.io/?EIO=4&transport=polling${query}`)).status;
  const statuses: number[] = [];
  for (let n = 0; n < 240; n += 1) statuses.push(await knock(n % 2 ? "" : "&sid="));
  expect(statuses.slice(0, 220)).toEqual(Array(220).fill(200));
  expect(statuses.at(-1)).toBe(403);
  await small.close();
});
