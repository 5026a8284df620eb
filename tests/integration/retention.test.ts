import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { slideId } from "@/protocol/ids";
import type { ResponseValue } from "@/protocol/kinds";
import { step } from "@/tests/support/client";
import { type Facilitator, openRoom, phones, type Room } from "@/tests/support/room";

let room: Room;
let ana: Facilitator;
const minute = 60_000;
const day = 24 * 60 * minute;
const secret = "A sentence that nobody may find in ninety days";

beforeAll(async () => {
  // The sweep runs once a minute: here the test says when.
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  room = await openRoom({ env: { ATTUNE_TEXT_DAYS: "90" } });
  ana = await room.facilitator();
});
afterAll(async () => {
  await room.close();
  vi.useRealTimers();
});

const textsStored = async () => {
  const [row] = await room.app.sql`
    select count(*)::int as rows from responses
    where value::text like ${`%${secret}%`} or released::text like ${`%${secret}%`}`;
  return row?.rows;
};

test("R50: what parents wrote goes when its time has come, and what they chose stays", async () => {
  const id = await room.start(ana);
  const console = await room.console(ana, id);
  const crowd = await phones(room, id, 3);
  const answers: Record<string, ResponseValue> = {
    choice: { kind: "choice", options: ["a"] },
    open: { kind: "open", text: secret, language: "en" },
  };
  for (const [slide, value] of Object.entries(answers)) {
    await step(console, "slide:go", { slideId: slideId.parse(slide) });
    await step(console, "prompt:open", { slideId: slideId.parse(slide) });
    for (const phone of crowd) expect((await phone.answer(slide, value)).ok).toBe(true);
    await step(console, "prompt:close", { slideId: slideId.parse(slide) });
  }
  await step(console, "session:end", {});
  const prompt = async (slide: string) =>
    (await room.app.queries.summary(ana.actor, id))?.prompts.find((one) => one.slide.id === slide);

  room.app.clock.time += 90 * day - minute;
  vi.advanceTimersByTime(minute);
  await vi.waitFor(async () =>
    expect(await prompt("open")).toMatchObject({ textDeleted: false, responses: 3 }),
  );
  expect(await textsStored()).toBe(3);

  room.app.clock.time += 2 * minute;
  vi.advanceTimersByTime(minute);
  await vi.waitFor(async () =>
    expect(await prompt("open")).toMatchObject({ textDeleted: true, responses: 3, results: null }),
  );
  expect(await textsStored()).toBe(0);
  expect(await prompt("choice")).toMatchObject({ textDeleted: false, results: { counts: [3, 0, 0, 0] } });
});

test("R50: a server that keeps texts longer by now keeps to what phones were told", async () => {
  const bea = await room.facilitator();
  const id = await room.start(bea);
  const console = await room.console(bea, id);
  await step(console, "session:begin", {});
  await step(console, "session:end", {});
  room.app.parts.config.textDays = 3650;
  room.app.clock.time += 91 * day;
  vi.advanceTimersByTime(minute);
  await vi.waitFor(async () => {
    const [row] = await room.app.sql`select text_deleted_at from sessions where id = ${id}`;
    expect(row?.text_deleted_at).not.toBeNull();
  });
});
