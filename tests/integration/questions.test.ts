import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { questionId } from "@/protocol/ids";
import { grace } from "@/protocol/limits";
import type { Question } from "@/protocol/questions";
import type { RoomSettings } from "@/protocol/views";
import { type Client, outcome, step } from "@/tests/support/client";
import { openRoom, type Phone, phones, type Room } from "@/tests/support/room";
import { until } from "@/tests/support/until";

let room: Room;
beforeAll(async () => {
  room = await openRoom();
});
afterAll(() => room.close());

async function begun(settings: Partial<RoomSettings> = {}) {
  const ana = await room.facilitator();
  const id = await room.start(ana);
  const console = await room.console(ana, id);
  const crowd = (await phones(room, id, 3)) as [Phone, Phone, Phone];
  const usual: RoomSettings = { filter: true, approve: false, questions: "shown", grace: grace.usual };
  await step(console, "settings:choose", { settings: { ...usual, ...settings } });
  return { id, ana, console, crowd };
}

const listOf = async (client: Client | Phone): Promise<Question[]> => {
  const ack = await (client as Client).send("questions:list", {});
  if (!ack.ok) throw new Error(ack.error.code);
  return ack.data.questions;
};
const about = (phone: Phone, id: string) => ({
  id: questionId.parse(id),
  token: phone.token(`question\0${id}`),
});
async function asks(phone: Phone, text: string): Promise<string> {
  const id = randomUUID();
  expect(await outcome(phone.send("question:ask", { ...about(phone, id), text }))).toBe("ok");
  return id;
}

test("R55: questions are asked, wanted by others once per phone, pinned, answered and listed in that order", async () => {
  const { id, console, crowd } = await begun();
  const [one, two, three] = crowd;
  const nights = await asks(one, "What about the nights?");
  const anger = await asks(two, "What when I shout?");
  const meals = await asks(three, "And at meals?");
  for (const phone of [two, three, three])
    expect(await outcome(phone.send("question:vote", { ...about(phone, anger), wanted: true }))).toBe("ok");
  await one.send("question:vote", { ...about(one, meals), wanted: true });
  await one.send("question:vote", { ...about(one, meals), wanted: false });
  await console.send("question:mark", { id: questionId.parse(nights), mark: "pinned" });
  await console.send("question:mark", {
    id: questionId.parse(anger),
    answered: true,
    answer: "Say sorry, and begin again.",
  });
  const screen = await room.screen(id);
  for (const client of [one, screen, console])
    expect((await listOf(client as Client)).map(({ text, votes, answer }) => [text, votes, answer])).toEqual([
      ["What about the nights?", 1, ""],
      ["And at meals?", 1, ""],
      ["What when I shout?", 2, "Say sorry, and begin again."],
    ]);
  expect((await console.hears("questions:changed", ({ questions }) => questions === 3)).questions).toBe(3);
  expect((await three.hears("questions:changed", ({ questions }) => questions === 3)).questions).toBe(3);
});

test("a question that is sent again is the same one; another phone can neither overwrite nor withdraw it", async () => {
  const { console, crowd } = await begun();
  const [one, two] = crowd;
  const id = await asks(one, "What about the nights?");
  expect(await outcome(one.send("question:ask", { ...about(one, id), text: "What about the nights?" }))).toBe(
    "ok",
  );
  expect(await outcome(two.send("question:ask", { ...about(two, id), text: "Mine now" }))).toBe(
    "not_allowed",
  );
  expect(await outcome(two.send("question:withdraw", about(two, id)))).toBe("not_allowed");
  expect((await listOf(console)).map(({ text }) => text)).toEqual(["What about the nights?"]);
  expect(await outcome(one.send("question:withdraw", about(one, id)))).toBe("ok");
  expect(await outcome(one.send("question:withdraw", about(one, id)))).toBe("ok");
  expect(await listOf(console)).toEqual([]);
});

test("R5: a question of another session is not found, and stays as it is", async () => {
  const here = await begun();
  const elsewhere = await begun();
  const [one] = here.crowd;
  const [other] = elsewhere.crowd;
  const id = await asks(one, "What about the nights?");
  const mark = { id: questionId.parse(id), mark: "hidden" as const };
  expect(await outcome(elsewhere.console.send("question:mark", mark))).toBe("not_found");
  expect(await outcome(other.send("question:vote", { ...about(other, id), wanted: true }))).toBe("not_found");
  expect(await outcome(other.send("question:ask", { ...about(other, id), text: "Mine" }))).toBe(
    "not_allowed",
  );
  expect(await outcome(other.send("question:withdraw", about(other, id)))).toBe("ok");
  expect(await listOf(one)).toMatchObject([{ text: "What about the nights?", votes: 1, mark: "none" }]);
});

test("R56: what waits or is hidden reaches the console alone, and cannot be voted for", async () => {
  const { id, console, crowd } = await begun({ questions: "approved" });
  const [one, two] = crowd;
  const question = await asks(one, "What about the nights?");
  const screen = await room.screen(id);
  expect(await listOf(console)).toMatchObject([{ held: true, language: "en" }]);
  for (const client of [two, screen]) expect(await listOf(client as Client)).toEqual([]);
  expect(await outcome(two.send("question:vote", { ...about(two, question), wanted: true }))).toBe(
    "not_found",
  );
  await console.send("question:mark", { id: questionId.parse(question), mark: "approved" });
  expect(await listOf(two)).toMatchObject([{ text: "What about the nights?", language: "" }]);
  await console.send("question:mark", { id: questionId.parse(question), mark: "hidden" });
  expect(await listOf(two)).toEqual([]);
});

test("R48: a rough question waits while others do not, and none is taken when they are off", async () => {
  const { console, crowd } = await begun();
  const [one, two] = crowd;
  await asks(one, "Why is he such an asshole?");
  await asks(two, "Why is he so angry?");
  expect((await listOf(two)).map(({ text }) => text)).toEqual(["Why is he so angry?"]);
  await step(console, "settings:choose", { settings: { filter: false, approve: false, questions: "shown" } });
  expect(await listOf(two)).toHaveLength(2);
  await step(console, "settings:choose", { settings: { filter: false, approve: false, questions: "off" } });
  expect(await listOf(two)).toEqual([]);
  const id = randomUUID();
  expect(await outcome(two.send("question:ask", { ...about(two, id), text: "More" }))).toBe("impossible");
  expect(await listOf(console)).toHaveLength(2);
});

test("questions stand on the screen when they are wanted there, and leave it with the next step", async () => {
  const { id, console } = await begun();
  const screen = await room.screen(id);
  await step(console, "session:begin", {});
  const shown = await step(console, "questions:show", { shown: true });
  expect(shown).toMatchObject({ questionsShown: true, undo: "questions" });
  await screen.until(({ questionsShown }) => questionsShown);
  await step(console, "slide:next", {});
  await screen.until(({ questionsShown }) => !questionsShown);
});

test("R57, R58: the pulse is a share of enough signals, never of one, and fades by itself", async () => {
  const { id, console, crowd } = await begun();
  const pulse = (phone: Phone, signal: "with-you" | "slow-down" | null) =>
    outcome(phone.send("pulse:send", { token: phone.token("pulse"), signal }));
  const told = () => room.app.sql`select signal, fades_at from pulses where session_id = ${id}`;
  const [one, two, three] = crowd;
  expect(await pulse(one, "slow-down")).toBe("ok");
  expect(await pulse(one, "slow-down")).toBe("ok");
  expect(await pulse(two, "with-you")).toBe("ok");
  expect((await console.hears("pulse:changed", ({ signals }) => signals === 2)).shares).toBeNull();
  expect(await pulse(three, "slow-down")).toBe("ok");
  const { shares } = await console.hears("pulse:changed", ({ signals }) => signals === 3);
  expect(shares).toEqual([0.3, 0.7, 0]);
  for (const { fades_at } of await told()) expect((fades_at as Date).getTime() % 60_000).toBe(0);
  expect(await pulse(two, null)).toBe("ok");
  expect(await told()).toHaveLength(2);

  room.app.clock.time += 6 * 60_000;
  await room.app.execute({ kind: "system" }, "pulse:fade", {}, { address: "" });
  expect(await told()).toEqual([]);
  await console.hears("pulse:changed", ({ signals }) => signals === 0);
});

test("R37, R50: nothing of a question tells who asked or when, and it goes with the other texts", async () => {
  const { id, console, crowd } = await begun();
  for (const phone of crowd) await asks(phone, "A question of somebody");
  await step(console, "session:begin", {});
  await step(console, "session:end", {});
  const rows = await room.app.sql`select key from questions where session_id = ${id} order by ctid`;
  const keys = rows.map(({ key }) => key as string);
  expect(keys).toHaveLength(3);
  expect(keys).toEqual(keys.toSorted());
  expect(
    await outcome(crowd[0].send("question:ask", { ...about(crowd[0], randomUUID()), text: "Late" })),
  ).toBe("session_ended");
  room.app.clock.time += 91 * 24 * 60 * 60_000;
  await room.app.execute({ kind: "system" }, "text:delete", { sessionId: id }, { address: "" });
  expect(await room.app.sql`select * from questions where session_id = ${id}`).toEqual([]);
});

test("a vote that meets the end of its session is taken before it or refused, never lost", async () => {
  const { id, console, crowd } = await begun();
  const [one, two] = crowd;
  const question = await asks(one, "What about the nights?");
  await step(console, "session:begin", {});
  const vote = await room.app.sql.begin(async (holder) => {
    await holder`select 1 from sessions where id = ${id} for update`;
    const sent = outcome(two.send("question:vote", { ...about(two, question), wanted: true }));
    await until(async () => {
      const [row] = await room.app.sql`
        select count(*)::int as waiting from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`;
      return row?.waiting > 0;
    });
    await holder`update sessions set state = jsonb_set(state, '{status}', '"ended"') where id = ${id}`;
    return { sent };
  });
  expect(await vote.sent).toBe("session_ended");
  expect(await room.app.sql`select 1 from question_votes where question_id = ${question}`).toHaveLength(1);
});

test("R37: a session ends however many votes it holds", async () => {
  const { console, crowd } = await begun();
  const question = await asks(crowd[0], "What about the nights?");
  await room.app.sql`
    insert into question_votes (question_id, key) select ${question}, md5(n::text) from generate_series(1, 40000) n`;
  await step(console, "session:begin", {});
  await step(console, "session:end", {});
  const [row] = await room.app.sql`
    select count(*)::int as votes, count(distinct xmin::text)::int as transactions
    from question_votes where question_id = ${question}`;
  expect(row).toEqual({ votes: 40_001, transactions: 1 });
  expect(console.view().status).toBe("ended");
});

test("when a session has all the questions that it takes, no phone tries for ever", async () => {
  const { id, crowd } = await begun();
  await room.app.sql`
    insert into questions (id, session_id, key, text, language)
    select gen_random_uuid(), ${id}, n::text, 'One of many', 'en' from generate_series(1, 200) n`;
  const [one] = crowd;
  expect(await outcome(one.send("question:ask", { ...about(one, randomUUID()), text: "One more" }))).toBe(
    "impossible",
  );
});
