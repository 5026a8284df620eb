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
