import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { upsertBuiltInClass } from "@/db/stores/classes";
import { classId, type SessionId, slideId } from "@/protocol/ids";
import { createApp } from "@/server/create-app";
import { outcome, step } from "@/tests/support/client";
import { deckOf, everyKind, slideOf } from "@/tests/support/decks";
import { type Facilitator, openRoom, origin, phones, type Room } from "@/tests/support/room";

let room: Room;
let ana: Facilitator;
const choice = slideId.parse("choice");
const minute = 60_000;

beforeAll(async () => {
  // The sweep for forgotten sessions runs once a minute: here a test says when.
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  room = await openRoom({ env: { ATTUNE_IDLE_MINUTES: "30" } });
  ana = await room.facilitator();
});
afterAll(async () => {
  await room.close();
  vi.useRealTimers();
});

const start = (who: Facilitator, id: string, of: string = room.classId) =>
  outcome(room.app.execute(who.actor, "session:start", { id, classId: of }, origin));
const join = (code: string) => room.app.queries.join(code, origin, "en");

test("a repeated click starts one session, and nobody can take its id over", async () => {
  const id = randomUUID();
  expect(await start(ana, id)).toBe("ok");
  expect(await start(ana, id)).toBe("ok");
  const [stored] = await room.app.sql`select count(*)::int as rows from sessions where id = ${id}`;
  expect(stored?.rows).toBe(1);
  expect(await start(await room.facilitator(), id)).toBe("not_found");
  expect(await start(ana, randomUUID(), randomUUID())).toBe("not_found");
});

test("R5: what is not yours is not found", async () => {
  const other = await room.facilitator();
  const id = await room.start(ana);
  expect(await room.app.queries.console(other.actor, id)).toBeUndefined();
  expect(await room.app.queries.summary(other.actor, id)).toBeUndefined();
  expect(await room.app.queries.sessions(other.actor)).toEqual([]);
  expect((await room.app.queries.sessions(ana.actor)).map((card) => card.id)).toContain(id);
});

test("R1: a running session keeps its frozen copy when its class changes", async () => {
  const id = await room.start(ana);
  const changed = { ...deckOf([slideOf("open", "brand-new")]), title: "Another title" };
  const replace = (contentHash: string, deck = changed) =>
    upsertBuiltInClass(room.app.parts.db, {
      id: classId.parse(randomUUID()),
      slug: deck.slug,
      contentHash,
      deck,
    });

  await replace("made for tests"); // the same hash: nothing is taken in
  expect((await room.app.queries.classes(ana.actor, "en")).map(({ title }) => title)).toContain(
    everyKind.title,
  );
  await replace("another hash");
  const cards = await room.app.queries.classes(ana.actor, "en");
  expect(cards.find((card) => card.id === room.classId)).toMatchObject({ title: "Another title", slides: 1 });

  expect((await room.phone(id)).view()).toMatchObject({
    title: everyKind.title,
    slides: everyKind.slides.length,
  });
  expect((await room.phone(await room.start(ana))).view()).toMatchObject({
    title: "Another title",
    slides: 1,
  });
  await replace("made for tests", everyKind);
});

test("the built-in classes are taken in once per content, also by the next process", async () => {
  const before = await room.app.sql`select id, slug, content_hash from classes order by slug`;
  const next = await createApp(room.app.parts);
  expect(await room.app.sql`select id, slug, content_hash from classes order by slug`).toEqual(before);
  await next.close();
  const attachment = (await room.app.queries.classes(ana.actor, "en")).find(({ slides }) => slides >= 14);
  expect(attachment?.prompts).toBeGreaterThanOrEqual(4);
  expect(await start(ana, randomUUID(), attachment?.id)).toBe("ok");
});

test("R3: a session that its facilitator forgot ends by itself, with what the room said", async () => {
  const id = await room.start(ana);
  const code = await room.codeOf(id);
  const console = await room.console(ana, id);
  const crowd = await phones(room, id, 3);
  await step(console, "slide:go", { slideId: choice });
  await step(console, "prompt:open", { slideId: choice });

  room.app.clock.time += 29 * minute;
  // What phones do keeps nothing alive.
  for (const phone of crowd) await phone.answer("choice", { kind: "choice", options: ["a"] });
  vi.advanceTimersByTime(minute);
  expect((await join(code)).outcome).toBe("in");

  room.app.clock.time += 2 * minute;
  vi.advanceTimersByTime(minute);
  expect(await crowd[0]?.until((view) => view.status === "ended")).toMatchObject({ slide: null });
  expect((await join(code)).outcome).toBe("ended");
  const summary = await room.app.queries.summary(ana.actor, id);
  expect(summary).toMatchObject({ status: "ended", endedAt: room.app.clock.time, phones: 3 });
  expect(summary?.prompts.find(({ slide }) => slide.id === "choice")?.results).toMatchObject({
    counts: [3, 0, 0, 0],
  });
  // And it can be taken up again.
  expect(await step(console, "step:undo", {})).toMatchObject({ status: "live", prompt: { phase: "open" } });
});

test("R3: what the facilitator does keeps a session alive", async () => {
  const id = await room.start(ana);
  const console = await room.console(ana, id);
  for (let n = 0; n < 3; n += 1) {
    room.app.clock.time += 20 * minute;
    await step(console, n === 0 ? "session:begin" : "slide:next", {});
    const expired = await room.app.execute({ kind: "system" }, "session:expire", { sessionId: id }, origin);
    expect(expired.ok).toBe(true);
    expect((await room.app.queries.console(ana.actor, id))?.status).toBe("live");
  }
});

async function ended(): Promise<{
  id: SessionId;
  code: string;
  console: Awaited<ReturnType<Room["console"]>>;
}> {
  const id = await room.start(ana);
  const code = await room.codeOf(id);
  const console = await room.console(ana, id);
  await step(console, "session:begin", {});
  await step(console, "session:end", {});
  expect((await join(code)).outcome).toBe("ended");
  return { id, code, console };
}

test("R16: undoing the end brings the code back", async () => {
  const { id, code, console } = await ended();
  expect(await step(console, "step:undo", {})).toMatchObject({ status: "live", code });
  expect(await join(code)).toMatchObject({ outcome: "in", sessionId: id });
});

test("R16: a code that has been taken meanwhile stays with whom it is, and the session gets another", async () => {
  const { id, code, console } = await ended();
  const taker = await room.start(ana);
  await room.app.sql`update sessions set code = ${code} where id = ${taker}`;
  const back = await step(console, "step:undo", {});
  expect(back.code).toMatch(/^[1-9]\d{7}$/);
  expect(back.code).not.toBe(code);
  expect(await join(code)).toMatchObject({ sessionId: taker });
  expect(await join(back.code ?? "")).toMatchObject({ sessionId: id });
  expect((await room.screen(id)).view().code).toBe(back.code);
});

test("sessions that ran are listed, newest first, with what became of them", async () => {
  const bea = await room.facilitator();
  const first = await room.start(bea);
  room.app.clock.time += minute;
  const second = await room.start(bea);
  const console = await room.console(bea, first);
  await step(console, "session:begin", {});
  await step(console, "session:end", {});
  const cards = await room.app.queries.sessions(bea.actor);
  expect(cards.map(({ id, status }) => [id, status])).toEqual([
    [second, "lobby"],
    [first, "ended"],
  ]);
  expect(cards[1]).toMatchObject({ code: null, endedAt: room.app.clock.time, title: everyKind.title });
  expect(cards[0]?.code).toBe(await room.codeOf(second));
});

test("the screen opens with its own key alone", async () => {
  const [id, other] = [await room.start(ana), await room.start(ana)];
  const keyOf = async (session: SessionId) =>
    (await room.app.queries.console(ana.actor, session))?.screenPath.split("key=")[1] ?? "";
  expect((await room.app.queries.screen(id, await keyOf(id)))?.audience).toBe("screen");
  expect(await room.app.queries.screen(id, await keyOf(other))).toBeUndefined();
  expect(await room.app.queries.screen(id, "v1.made.up")).toBeUndefined();
});
