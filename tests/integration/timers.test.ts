import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type SessionId, slideId } from "@/protocol/ids";
import { grace } from "@/protocol/limits";
import type { ConsoleView } from "@/protocol/views";
import { createApp } from "@/server/create-app";
import { type Client, outcome, step } from "@/tests/support/client";
import { type Facilitator, openRoom, type Room } from "@/tests/support/room";
import { until } from "@/tests/support/until";

let room: Room;
let ana: Facilitator;
let id: SessionId;
let console: Client<ConsoleView>;
const choice = slideId.parse("choice");

beforeAll(async () => {
  room = await openRoom();
  ana = await room.facilitator();
});
afterAll(() => room.close());
beforeEach(async () => {
  id = await room.start(ana);
  console = await room.console(ana, id);
  await step(console, "slide:go", { slideId: choice });
});

const system = { kind: "system" } as const;
const ring = (endsAt: number) =>
  room.app.execute(system, "timer:expire", { sessionId: id, endsAt }, { address: "" });
const endsAt = () => console.view().timer?.endsAt ?? 0;

test("R18: a timer closes its prompt by itself, and says so to everybody", async () => {
  const phone = await room.phone(id);
  const { timer } = await step(console, "prompt:open", { slideId: choice, seconds: 5 });
  expect(timer).toEqual({
    startsAt: room.app.clock.time,
    endsAt: room.app.clock.time + 5000,
    closesPrompt: true,
  });
  expect((await phone.until((view) => view.prompt?.phase === "open")).timer).toEqual(timer);
  room.app.clock.time += 5000;
  const closed = await console.until((view) => view.prompt?.phase === "closed");
  expect(closed).toMatchObject({ timer: null, undo: "close", nextAction: "next" });
  expect((await phone.until((view) => view.rev === closed.rev)).prompt?.phase).toBe("closed");
  // Late answers have their grace, and then it is over.
  room.app.clock.time += grace.usual * 1000 + 1;
  expect(await outcome(phone.answer("choice", { kind: "choice", options: ["a"] }))).toBe("prompt_not_open");
});

test("R18: a deadline outlives the process: the next one arms it again", async () => {
  await step(console, "prompt:open", { slideId: choice, seconds: 600 });
  const stored = async () => (await room.app.queries.console(ana.actor, id))?.prompt?.phase;
  expect(await stored()).toBe("open");
  const later = room.app.clock.time + 600_000;
  const next = await createApp({ ...room.app.parts, now: () => later });
  await until(async () => (await stored()) === "closed");
  await next.close();
});

test("R18: a timer that was stopped, replaced or left behind does nothing", async () => {
  await step(console, "timer:start", { seconds: 60, closesPrompt: false });
  const first = endsAt();
  await step(console, "timer:start", { seconds: 90, closesPrompt: false });
  const { rev } = console.view();
  await ring(first);
  expect(await room.app.queries.console(ana.actor, id)).toMatchObject({
    rev,
    timer: { endsAt: first + 30_000 },
  });
  await step(console, "timer:stop", {});
  await ring(first + 30_000);
  expect((await room.app.queries.console(ana.actor, id))?.rev).toBe(rev + 1);
  expect(await outcome(console.send("timer:stop", { rev: rev + 1 }))).toBe("impossible");
});

test("a timer that only counts down runs out and closes nothing", async () => {
  await step(console, "prompt:open", { slideId: choice });
  await step(console, "timer:start", { seconds: 60, closesPrompt: false });
  await ring(endsAt());
  expect(await console.until((view) => view.timer === null)).toMatchObject({ prompt: { phase: "open" } });
});

test("R12: moving on stops the timer", async () => {
  await step(console, "timer:start", { seconds: 60, closesPrompt: false });
  expect((await step(console, "slide:next", {})).timer).toBeNull();
});

test("R16: undo after a timer ran out opens the prompt again, without the timer", async () => {
  await step(console, "prompt:open", { slideId: choice, seconds: 600 });
  const deadline = endsAt();
  room.app.clock.time = deadline;
  await ring(deadline);
  await console.until((view) => view.prompt?.phase === "closed");
  expect(await step(console, "step:undo", {})).toMatchObject({ prompt: { phase: "open" }, timer: null });
});

test("a timer that would close a prompt needs one that is open", async () => {
  const { rev } = console.view();
  expect(await outcome(console.send("timer:start", { rev, seconds: 60, closesPrompt: true }))).toBe(
    "impossible",
  );
  expect(await outcome(console.send("timer:start", { rev, seconds: 4, closesPrompt: false }))).toBe(
    "invalid",
  );
});
