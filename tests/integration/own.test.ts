import { createHash, randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { promptId, questionId, type SessionId, slideId } from "@/protocol/ids";
import type { ResponseValue } from "@/protocol/kinds";
import type { OwnThing, StoredRow } from "@/protocol/own";
import type { ConsoleView, ScreenView } from "@/protocol/views";
import { type Client, outcome, step } from "@/tests/support/client";
import { type Facilitator, openRoom, origin, type Phone, phones, type Room } from "@/tests/support/room";
import { until } from "@/tests/support/until";

let room: Room;
let ana: Facilitator;
let id: SessionId;
let console: Client<ConsoleView>;
let screen: Client<ScreenView>;
let crowd: Phone[];

beforeAll(async () => {
  room = await openRoom();
  ana = await room.facilitator();
});
afterAll(() => room.close());
beforeEach(async () => {
  id = await room.start(ana);
  [console, screen] = await Promise.all([room.console(ana, id), room.screen(id)]);
  crowd = await phones(room, id, 5);
});

const stranger = { kind: "stranger" } as const;
const keyOf = (token: string) => createHash("sha256").update(Buffer.from(token, "hex")).digest("hex");
const answered = (prompt: string): OwnThing => ({ kind: "response", promptId: promptId.parse(prompt) });

async function read(token: string, of: OwnThing, sessionId = id): Promise<StoredRow[]> {
  const ack = await room.app.execute(stranger, "own:read", { sessionId, token, of }, origin);
  if (!ack.ok) throw new Error(ack.error.code);
  return ack.data.rows;
}
const take = (token: string, of: OwnThing, sessionId = id) =>
  outcome(room.app.execute(stranger, "own:delete", { sessionId, token, of }, origin));

/** Asks for this, and lets everybody answer it. */
async function ask(slide: string, value: (n: number) => ResponseValue, who = crowd) {
  await step(console, "slide:go", { slideId: slideId.parse(slide) });
  await step(console, "prompt:open", { slideId: slideId.parse(slide) });
  for (const [n, phone] of who.entries())
    expect(await outcome(phone.answer(slide, value(n)) as never)).toBe("ok");
}
const close = (slide: string) => step(console, "prompt:close", { slideId: slideId.parse(slide) });
const show = (slide: string) => step(console, "results:show", { slideId: slideId.parse(slide) });
const text = (n: number): ResponseValue => ({ kind: "open", text: `Written by ${n}`, language: "en" });
const option = (n: number): ResponseValue => ({ kind: "choice", options: [n % 2 ? "a" : "b"] });

/** Everything of a participant's that this phone can have left, with the token and the key of each. */
async function leaveAll(phone: Phone) {
  const [mine, other] = [randomUUID(), randomUUID()];
  const asked = (of: Phone, one: string) => ({
    id: questionId.parse(one),
    token: of.token(`question\0${one}`),
    text: "What about the nights?",
  });
  await phone.send("question:ask", asked(phone, mine));
  const second = crowd[1] as Phone;
  await second.send("question:ask", asked(second, other));
  await phone.send("question:vote", { ...asked(phone, other), wanted: true });
  await phone.send("pulse:send", { token: phone.token("pulse"), signal: "slow-down" });
  const things: [token: string, of: OwnThing][] = [
    [phone.token("open"), answered("open")],
    [phone.token("choice"), answered("choice")],
    [phone.token(`question\0${mine}`), { kind: "question", id: questionId.parse(mine) }],
    [phone.token(`question\0${other}`), { kind: "vote", id: questionId.parse(other) }],
    [phone.token("pulse"), { kind: "pulse" }],
    [phone.token("attendance"), { kind: "attendance" }],
  ];
  return things;
}

/** Every table that has a key, with its columns in their order, as the standard's own catalog tells it. */
async function keyedTables(): Promise<Map<string, string[]>> {
  const rows = await room.app.sql<{ table: string; columns: string[] }[]>`
    select table_name as "table", array_agg(column_name::text order by ordinal_position) as columns
    from information_schema.columns where table_schema = 'public'
    group by table_name having bool_or(column_name = 'key') order by table_name`;
  return new Map(rows.map(({ table, columns }) => [table, columns]));
}

test("what a phone is told is every row under its keys in every table that has keys, with every column of it", async () => {
  await ask("open", text);
  await close("open");
  await ask("choice", option);
  const [phone] = crowd as [Phone];
  const things = await leaveAll(phone);
  const seen = new Set<string>();
  for (const [token, of] of things) {
    const told = await read(token, of);
    const there: StoredRow[] = [];
    for (const [table, columns] of await keyedTables()) {
      const rows = await room.app.sql`
        select ${room.app.sql.unsafe(columns.map((name) => `held."${name}"::text`).join(", "))}
        from ${room.app.sql(table)} held where held.key = ${keyOf(token)}`;
      for (const row of rows)
        there.push({ table, columns: columns.map((name) => ({ name, value: row[name] ?? null })) });
    }
    const plain = (rows: StoredRow[]) =>
      rows
        .map(({ table, columns }) => [table, columns.map(({ name, value }) => [name, alike(value)])])
        .sort();
    expect(plain(told)).toEqual(plain(there));
    expect(there.length).toBeGreaterThan(0);
    for (const { table } of there) seen.add(table);
  }
  expect([...seen].sort()).toEqual([...(await keyedTables()).keys()].sort());
});

/** A moment is written in two ways, and so is a truth. */
const alike = (value: string | null) =>
  value && /^\d{4}-\d\d-\d\d[ T]/.test(value) ? new Date(value).getTime() : value;

test("a table of a session is about participants and has keys, or is known to be about nobody of them", async () => {
  const rows = await room.app.sql<{ table: string }[]>`
    select distinct table_name as "table" from information_schema.columns
    where table_schema = 'public' and column_name in ('session_id', 'question_id')`;
  const keyed = await keyedTables();
  // Sums and counts of a prompt; links to the summary.
  expect(
    rows
      .map(({ table }) => table)
      .filter((table) => !keyed.has(table))
      .sort(),
  ).toEqual(["shares", "tallies"]);
});

test("what the session holds of everybody is counted, for whoever was there", async () => {
  await ask("choice", option);
  const [phone] = crowd as [Phone];
  await leaveAll(phone);
  const token = phone.token("attendance");
  const ack = await room.app.execute(stranger, "own:count", { sessionId: id, token }, origin);
  const counts = Object.fromEntries((ack.ok ? ack.data.tables : []).map(({ table, rows }) => [table, rows]));
  expect(counts).toEqual({ attendances: 5, pulses: 1, question_votes: 3, questions: 2, responses: 5 });
  expect(Object.keys(counts)).toEqual([...(await keyedTables()).keys()]);
  const other = randomBytes(32).toString("hex");
  expect(
    await outcome(room.app.execute(stranger, "own:count", { sessionId: id, token: other }, origin)),
  ).toBe("not_found");
});

test("R65: what is taken back is nowhere any more, a second time too, and after the end as well", async () => {
  await ask("open", text);
  await close("open");
  await ask("choice", option);
  const [phone] = crowd as [Phone];
  const things = await leaveAll(phone);
  await step(console, "session:end", {});
  phone.close();
  for (const [token, of] of things) {
    expect(await take(token, of)).toBe("ok");
    expect(await take(token, of)).toBe("ok");
    expect(await read(token, of)).toEqual([]);
    for (const table of (await keyedTables()).keys())
      expect(await room.app.sql`select from ${room.app.sql(table)} where key = ${keyOf(token)}`).toHaveLength(
        0,
      );
  }
  expect(await room.app.sql`select from responses where session_id = ${id}`).toHaveLength(8);
});

test("R65: a published card that is taken back goes from screen, phones, console, summary and share, and from undo", async () => {
  await ask("open", text);
  await close("open");
  const shown = await show("open");
  const [phone, other] = crowd as [Phone, Phone];
  const results = shown.prompt?.results;
  const card =
    results?.kind === "open" ? results.cards.find((one) => one.text === "Written by 0") : undefined;
  if (!card) throw new Error("the card is not there");
  await step(console, "theme:add", { slideId: slideId.parse("open"), themeId: "t1", name: "Nights" });
  await step(console, "card:group", { slideId: slideId.parse("open"), cardId: card.id, themeId: "t1" });
  await step(console, "card:mark", { slideId: slideId.parse("open"), cardId: card.id, mark: "pinned" });
  expect((await read(phone.token("open"), answered("open")))[1]).toEqual({
    table: "sessions",
    columns: [
      { name: "state.marks", value: "pinned" },
      { name: "state.groups", value: "t1" },
    ],
  });
  const touched = await room.app.sql`select touched_at from sessions where id = ${id}`;
  room.app.clock.time += 60_000;

  const { rev } = console.view();
  expect(await take(phone.token("open"), answered("open"))).toBe("ok");
  for (const client of [console, screen, other] as Client[]) {
    const view = await client.until((now) => now.rev > rev);
    expect(JSON.stringify(view)).toContain("Written by 1");
    expect(JSON.stringify(view)).not.toContain("Written by 0");
  }
  expect(console.view().prompt?.responses).toBe(4);
  const [row] = await room.app.sql`select state::text, touched_at from sessions where id = ${id}`;
  expect(row?.state).not.toContain(card.id);
  expect(row?.touched_at).toEqual(touched[0]?.touched_at);

  await step(console, "session:end", {});
  const days = { id: randomUUID(), sessionId: id, days: 1 };
  const share = await room.app.execute(ana.actor, "share:create", days, origin);
  const token = share.ok ? (share.data.path.split("/").pop() ?? "") : "";
  const [summary, shared] = await Promise.all([
    room.app.queries.summary(ana.actor, id),
    room.app.queries.shared(token, "en"),
  ]);
  for (const seen of [summary, shared]) {
    expect(JSON.stringify(seen)).toContain("Written by 1");
    expect(JSON.stringify(seen)).not.toContain("Written by 0");
  }
});

test("R65: a word that only one parent wrote goes with its mark; one that others wrote too keeps it", async () => {
  const words = [["porridge", "hug"], ["hug"], ["rest"]];
  await ask("words", (n) => ({ kind: "words", words: words[n] ?? [] }), crowd.slice(0, 3));
  await close("words");
  for (const word of ["porridge", "hug"])
    await step(console, "word:mark", { slideId: slideId.parse("words"), word, mark: "pinned" });
  expect(await take((crowd[0] as Phone).token("words"), answered("words"))).toBe("ok");
  const [row] = await room.app.sql`select state from sessions where id = ${id}`;
  expect(row?.state.marks).toEqual({ "words hug": "pinned" });
  expect(JSON.stringify(row?.state)).not.toContain("porridge");
});

test("R65: published sums stand when an answer is taken back, and the number of answers falls", async () => {
  await ask("choice", option);
  await close("choice");
  const before = (await show("choice")).prompt?.results;
  expect(before).toMatchObject({ responses: 5, counts: [2, 3, 0, 0] });
  expect(await take((crowd[0] as Phone).token("choice"), answered("choice"))).toBe("ok");
  await console.hears("responses:counted", ({ responses }) => responses === 4);
  const summary = await room.app.queries.summary(ana.actor, id);
  const prompt = summary?.prompts.find((one) => one.slide.id === "choice");
  expect(prompt).toMatchObject({ responses: 4, results: before });
  // Answered anew it is one like any other.
  await step(console, "prompt:open", { slideId: slideId.parse("choice") });
  expect(await outcome((crowd[0] as Phone).answer("choice", option(1)) as never)).toBe("ok");
  await console.hears("responses:counted", ({ responses }) => responses === 5);
});

test("a token opens nothing but its own thing in its own session", async () => {
  await ask("open", text);
  await ask("choice", option);
  const [phone] = crowd as [Phone];
  const elsewhere = await room.start(ana);
  const token = phone.token("open");
  for (const [sent, of, sessionId] of [
    [randomBytes(32).toString("hex"), answered("open"), id],
    [token, answered("choice"), id],
    [token, answered("open"), elsewhere],
    [token, { kind: "attendance" }, id],
    [keyOf(token), answered("open"), id],
  ] as [string, OwnThing, SessionId][]) {
    expect(await read(sent, of, sessionId)).toEqual([]);
    expect(await take(sent, of, sessionId)).toBe("ok");
  }
  expect(await room.app.sql`select from responses where session_id = ${id}`).toHaveLength(10);

  const foreign = await room.phone(elsewhere);
  const input = { sessionId: id, token, of: answered("open") };
  expect(await outcome(foreign.send("own:read", input))).toBe("not_found");
  expect(await outcome(foreign.send("own:delete", input))).toBe("not_found");
  expect((await phone.send("own:read", input)).ok).toBe(true);
  expect(await outcome(phone.send("own:delete", input))).toBe("ok");
  await until(async () => console.payloads("responses:counted").some(({ responses }) => responses === 4));
});
