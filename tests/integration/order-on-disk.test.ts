import { afterAll, beforeAll, expect, test } from "vitest";
import { slideId } from "@/protocol/ids";
import { step } from "@/tests/support/client";
import { type Facilitator, openRoom, phones, type Room } from "@/tests/support/room";

let room: Room;
let ana: Facilitator;
const choice = slideId.parse("choice");

beforeAll(async () => {
  room = await openRoom();
  ana = await room.facilitator();
});
afterAll(() => room.close());

type Row = { key: string; written: string };

test("R37: once a prompt has closed, nothing on disk tells who answered first, nor who came first", async () => {
  const id = await room.start(ana);
  const console = await room.console(ana, id);
  const crowd = await phones(room, id, 8);
  await step(console, "slide:go", { slideId: choice });
  await step(console, "prompt:open", { slideId: choice });
  // One after the other: each is a transaction of its own.
  for (const phone of crowd) await phone.answer("choice", { kind: "choice", options: ["a"] });
  const stored = () => room.app.sql<Row[]>`
    select key, xmin::text as written from responses where session_id = ${id} order by ctid`;
  expect(new Set((await stored()).map(({ written }) => written)).size).toBe(8);

  await step(console, "prompt:close", { slideId: choice });
  const closed = await stored();
  expect(new Set(closed.map(({ written }) => written)).size).toBe(1);
  expect(closed.map(({ key }) => key)).toEqual(closed.map(({ key }) => key).sort());

  // Also when so few answered that nothing is released.
  await step(console, "slide:go", { slideId: slideId.parse("open") });
  await step(console, "prompt:open", { slideId: slideId.parse("open") });
  for (const phone of crowd.slice(0, 2))
    await phone.answer("open", { kind: "open", text: "One of two", language: "en" });
  await step(console, "session:end", {});
  const few = await room.app.sql<Row[]>`
    select key, xmin::text as written from responses where session_id = ${id} and prompt_id = 'open'`;
  expect(new Set(few.map(({ written }) => written)).size).toBe(1);

  const attended = await room.app.sql<Row[]>`
    select key, xmin::text as written from attendances where session_id = ${id} order by ctid`;
  expect(attended).toHaveLength(8);
  expect(new Set(attended.map(({ written }) => written)).size).toBe(1);
  expect(attended.map(({ key }) => key)).toEqual(attended.map(({ key }) => key).sort());
});

test("R30: phones that were there count for the minimum, also when they sleep", async () => {
  const id = await room.start(ana);
  const console = await room.console(ana, id);
  const crowd = await phones(room, id, 9);
  await console.hears("phones:counted", ({ phones }) => phones === 9);
  for (const phone of crowd) phone.close();
  await console.hears("phones:counted", ({ phones }) => phones === 0);
  await step(console, "slide:go", { slideId: choice });
  expect(await step(console, "prompt:open", { slideId: choice })).toMatchObject({ minimum: 5 });
});

test("R37: what a round got before it was undone tells no order either", async () => {
  const id = await room.start(ana);
  const console = await room.console(ana, id);
  const crowd = await phones(room, id, 4);
  const transactions = async (prompt: string) => {
    const rows = await room.app.sql<Row[]>`
      select xmin::text as written from responses where session_id = ${id} and prompt_id = ${prompt}`;
    return [rows.length, new Set(rows.map(({ written }) => written)).size];
  };
  const answered = async (prompt: string) => {
    for (const phone of crowd) await phone.answer(prompt, { kind: "choice", options: ["a"] });
    expect(await transactions(prompt)).toEqual([4, 4]);
  };
  await step(console, "slide:go", { slideId: choice });
  await step(console, "prompt:open", { slideId: choice });
  await answered("choice");
  await step(console, "step:undo", {});
  expect(await transactions("choice")).toEqual([4, 1]);

  await step(console, "prompt:open", { slideId: choice });
  await step(console, "prompt:close", { slideId: choice });
  await step(console, "prompt:again", { slideId: choice });
  await answered("choice.2");
  await step(console, "step:undo", {});
  expect(await transactions("choice.2")).toEqual([4, 1]);
});
