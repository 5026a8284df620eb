import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { promptId, type SessionId, slideId } from "@/protocol/ids";
import type { ConsoleView } from "@/protocol/views";
import { type Client, outcome, step } from "@/tests/support/client";
import { type Facilitator, openRoom, type Phone, phones, type Room } from "@/tests/support/room";
import { until } from "@/tests/support/until";

let room: Room;
let ana: Facilitator;
let id: SessionId;
let console: Client<ConsoleView>;
const slides = {
  choice: slideId.parse("choice"),
  open: slideId.parse("open"),
  words: slideId.parse("words"),
};
const picks = (...options: string[]) => ({ kind: "choice" as const, options });
const text = (written: string) => ({ kind: "open" as const, text: written, language: "en" });

beforeAll(async () => {
  room = await openRoom();
  ana = await room.facilitator();
});
afterAll(() => room.close());
beforeEach(async () => {
  id = await room.start(ana);
  console = await room.console(ana, id);
});

async function open(slide: keyof typeof slides): Promise<void> {
  await step(console, "slide:go", { slideId: slides[slide] });
  await step(console, "prompt:open", { slideId: slides[slide] });
}

/** How long answers may come late. */
const allow = (seconds: number) =>
  step(console, "settings:choose", {
    settings: { filter: true, approve: false, questions: "shown", grace: seconds },
  });

/** What is stored, read over a connection of its own. */
const rows = (slide: string) =>
  room.app.sql<{ id: string; key: string; value: unknown }[]>`
    select id, key, value from responses where session_id = ${id} and prompt_id = ${slide}`;

/** Until a connection to this database stands behind another's lock. */
const untilSomebodyWaits = () =>
  until(async () => {
    const [row] = await room.app.sql`
      select count(*)::int as waiting from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`;
    return row?.waiting > 0;
  });

test("a response is acknowledged after its commit: another connection sees it at that moment", async () => {
  await open("choice");
  const phone = await room.phone(id);
  // Whoever holds the table keeps the commit from happening.
  const { answered } = await room.app.sql.begin(async (holder) => {
    await holder`lock table responses in share mode`;
    let acknowledged = false;
    const answered = outcome(phone.answer("choice", picks("a"))).finally(() => {
      acknowledged = true;
    });
    await untilSomebodyWaits();
    // What was sent later is answered meanwhile.
    expect(await outcome(phone.send("session:view", {}))).toBe("ok");
    expect(acknowledged).toBe(false);
    return { answered };
  });
  expect(await answered).toBe("ok");
  expect((await rows("choice")).map(({ value }) => value)).toEqual([picks("a")]);
});

test("R17: a response that meets a closing under way waits for it, and is refused", async () => {
  await allow(0);
  await open("choice");
  const phone = await room.phone(id);
  const { answered } = await room.app.sql.begin(async (closing) => {
    await closing`update sessions set state = jsonb_set(state, '{prompts,choice,phase}', '"closed"') where id = ${id}`;
    const answered = outcome(phone.answer("choice", picks("a")));
    await untilSomebodyWaits();
    return { answered };
  });
  expect(await answered).toBe("prompt_not_open");
  expect(await rows("choice")).toHaveLength(0);
});

test("sent again it is the same response, and changed it replaces the old one", async () => {
  await open("choice");
  const phone = await room.phone(id);
  for (const value of [picks("a"), picks("a"), picks("b", "c")])
    expect(await outcome(phone.answer("choice", value))).toBe("ok");
  expect((await rows("choice")).map(({ value }) => value)).toEqual([picks("b", "c")]);
  // Twice at once, as a phone does that is not sure: the later one counts.
  await Promise.all([phone.answer("choice", picks("d")), phone.answer("choice", picks("a"))]);
  expect((await rows("choice")).map(({ value }) => value)).toEqual([picks("a")]);
  expect((await console.hears("responses:counted", ({ responses }) => responses === 1)).promptId).toBe(
    "choice",
  );
});

test("R17: nothing is taken before the prompt opens, after it closes, or after the end", async () => {
  await allow(0);
  const phone = await room.phone(id);
  expect(await outcome(phone.answer("choice", picks("a")))).toBe("prompt_not_open");
  await open("choice");
  expect(await outcome(phone.answer("choice", picks("a")))).toBe("ok");
  expect(await outcome(phone.answer("open", text("elsewhere")))).toBe("prompt_not_open");
  await step(console, "prompt:close", { slideId: slides.choice });
  expect(await outcome(phone.answer("choice", picks("b")))).toBe("prompt_not_open");
  await step(console, "session:end", {});
  expect(await outcome(phone.answer("choice", picks("b")))).toBe("session_ended");
  expect((await rows("choice")).map(({ value }) => value)).toEqual([picks("a")]);
});

test("R17: what was taken is acknowledged again after the closing and the end, and nothing else is", async () => {
  await allow(0);
  await open("choice");
  const phone = await room.phone(id);
  const stranger = await room.phone(id);
  expect(await outcome(phone.answer("choice", picks("a", "b")))).toBe("ok");
  const stored = await rows("choice");
  const close = () => step(console, "prompt:close", { slideId: slides.choice });
  const end = () => step(console, "session:end", {});
  for (const [over, code] of [
    [close, "prompt_not_open"],
    [end, "session_ended"],
  ] as const) {
    await over();
    // The phone never heard of its commit and sends again; all of it in one group.
    const outcomes = [
      phone.answer("choice", picks("a", "b")),
      phone.answer("choice", picks("b")),
      stranger.answer("choice", picks("a", "b")),
      phone.answer("choice", picks("a", "b")),
    ].map(outcome);
    expect(await Promise.all(outcomes)).toEqual(["ok", code, code, "ok"]);
  }
  expect(await rows("choice")).toEqual(stored);
});

test("R17: a response that races with the closing is either counted or refused", async () => {
  await allow(0);
  await open("choice");
  const crowd = await phones(room, id, 20);
  const outcomes = Promise.all(crowd.map((phone) => outcome(phone.answer("choice", picks("a")))));
  const closed = await step(console, "prompt:close", { slideId: slides.choice });
  const taken = (await outcomes).filter((one) => one === "ok").length;
  expect((await outcomes).every((one) => one === "ok" || one === "prompt_not_open")).toBe(true);
  expect(await rows("choice")).toHaveLength(taken);
  expect(closed.prompt?.responses).toBe(taken);
});

test("R40: what does not fit the slide is refused and leaves nothing", async () => {
  await open("choice");
  const phone = await room.phone(id);
  for (const value of [picks("z"), picks("a", "b", "c"), picks(), text("not a choice")])
    expect(await outcome(phone.answer("choice", value))).toBe("invalid");
  await open("words");
  for (const words of [["a", "b", "c"], ["x".repeat(31)], [" "], []])
    expect(await outcome(phone.answer("words", { kind: "words", words }))).toBe("invalid");
  await open("open");
  for (const written of ["x".repeat(501), "   ", "\u0000", ""])
    expect(await outcome(phone.answer("open", text(written)))).toBe("invalid");
  expect(await outcome(phone.answer("nowhere", text("a")))).toBe("invalid");
  expect(
    await outcome(
      phone.send("response:submit", { promptId: promptId.parse("open"), token: "0x12", value: text("a") }),
    ),
  ).toBe("invalid");
  const [left] = await room.app.sql`select count(*)::int as rows from responses where session_id = ${id}`;
  expect(left?.rows).toBe(0);
});

test("characters that PostgreSQL cannot hold are left out, and the rest is stored as it was written", async () => {
  await open("open");
  const phone = await room.phone(id);
  const written = "a\u0000b \ud800 'quoted' \\u0000 ñ 👶🏽\nnext line";
  expect(await outcome(phone.answer("open", text(written)))).toBe("ok");
  expect((await rows("open")).map(({ value }) => value)).toEqual([
    text("ab \ufffd 'quoted' \\u0000 ñ 👶🏽\nnext line"),
  ]);
});

test("200 phones at once: all acknowledged, exactly 200 rows, in a few transactions", async () => {
  await open("choice");
  const crowd = await phones(room, id, 200);
  // The rows of one transaction carry its number, so the groups can be counted on the table itself.
  const transactions = () => room.app.sql`
    select count(distinct xmin::text)::int as groups, count(*)::int as rows from responses where session_id = ${id}`;
  const outcomes = await Promise.all(crowd.map((phone) => outcome(phone.answer("choice", picks("a")))));
  expect(outcomes.filter((one) => one === "ok")).toHaveLength(200);
  const [counted] = await transactions();
  expect(counted?.rows).toBe(200);
  expect(counted?.groups).toBeLessThanOrEqual(40);
  const { responses } = await console.hears("responses:counted", (count) => count.responses === 200);
  expect(responses).toBe(200);
  // Counts are thinned: far fewer messages than responses.
  expect(console.payloads("responses:counted").length).toBeLessThan(50);
  for (const phone of crowd) phone.close();
});

test("a response row names no author, no time and no order, and no two of a phone share a key", async () => {
  const columns = await room.app.sql<{ name: string }[]>`
    select column_name as name from information_schema.columns where table_name = 'responses' order by 1`;
  expect(columns.map(({ name }) => name)).toEqual([
    "by_hand",
    "id",
    "key",
    "prompt_id",
    "released",
    "revised",
    "session_id",
    "value",
  ]);

  const phone = await room.phone(id);
  await open("choice");
  await phone.answer("choice", picks("a"));
  await open("open");
  await phone.answer("open", text("a"));
  const [first, second] = [(await rows("choice"))[0], (await rows("open"))[0]];
  expect(first?.key).not.toBe(second?.key);
  // The attendance is a token of its own, too.
  const attended = await room.app.sql`select key from attendances where session_id = ${id}`;
  expect(attended.map(({ key }) => key)).not.toContain(first?.key);
  for (const row of [first, second]) expect(row?.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
});

test("the order on disk tells nothing of who came first", async () => {
  await open("choice");
  const crowd = await phones(room, id, 12);
  await Promise.all(crowd.map((phone) => phone.answer("choice", picks("a"))));
  const stored = await room.app.sql<{ key: string; group: string }[]>`
    select key, xmin::text as group from responses where session_id = ${id} order by ctid`;
  for (const group of new Set(stored.map((row) => row.group))) {
    const keys = stored.filter((row) => row.group === group).map(({ key }) => key);
    expect(keys).toEqual([...keys].sort());
  }
});

test("a phone of one session cannot answer in another", async () => {
  const other = await room.start(ana);
  const stranger = await room.phone(other);
  await open("choice");
  expect(await outcome(stranger.answer("choice", picks("a")))).toBe("prompt_not_open");
  expect(await rows("choice")).toHaveLength(0);
});

test("what is no command at all is not answered with a crash", async () => {
  const phone = await room.phone(id);
  const raw = phone.socket as unknown as {
    emit: (name: string, ...input: unknown[]) => void;
    emitWithAck: (name: string, ...input: unknown[]) => Promise<unknown>;
  };
  for (const input of [
    undefined,
    null,
    7,
    "text",
    [],
    { slideId: { $ne: 1 } },
    { value: { kind: "__proto__" } },
  ])
    expect(await raw.emitWithAck("response:submit", input)).toMatchObject({
      ok: false,
      error: { code: "invalid" },
    });
  raw.emit("response:submit", { slideId: "choice" }); // without an acknowledgement
  raw.emit("response:submit");
  raw.emit(`no:such-${randomUUID()}`, {});
  expect(await outcome(phone.send("session:view", {}))).toBe("ok");
});

test("R24: a page of an earlier version, and what waits in its notebook, are still understood", async () => {
  await open("open");
  const phone = await room.phone(id);
  const earlier = { slideId: "open", token: phone.token("open"), value: { kind: "open", text: "Hello" } };
  expect(await outcome(phone.send("response:submit", earlier as never))).toBe("ok");
  expect((await rows("open")).map(({ value }) => value)).toEqual([
    { kind: "open", text: "Hello", language: "" },
  ]);
  const second = { ...earlier, token: phone.token("another") };
  expect(await outcome(phone.send("response:submit", second as never))).toBe("not_allowed");
});

test("R64: an answer that comes late counts within the grace, and no longer", async () => {
  await allow(60);
  await open("choice");
  const [early, late, tooLate] = (await phones(room, id, 3)) as [Phone, Phone, Phone];
  expect(await outcome(early.answer("choice", picks("a")))).toBe("ok");
  await step(console, "slide:next", {});
  room.app.clock.time += 60_000;
  expect(await outcome(late.answer("choice", picks("b")))).toBe("ok");
  room.app.clock.time += 1;
  expect(await outcome(tooLate.answer("choice", picks("b")))).toBe("prompt_not_open");
  // Whoever was taken may have lost the acknowledgement.
  expect(await outcome(late.answer("choice", picks("b")))).toBe("ok");
  expect(await rows("choice")).toHaveLength(2);
});

test("R64: late answers are published by a release of their own, when enough have come", async () => {
  await allow(600);
  const crowd = await phones(room, id, 8);
  await console.hears("phones:counted", (counted) => counted.phones === 8);
  await open("choice");
  for (const phone of crowd.slice(0, 2)) await phone.answer("choice", picks("a"));
  // Eight phones are there, so five answers are needed.
  const held = await step(console, "prompt:close", { slideId: slides.choice });
  expect(held.prompt).toMatchObject({ results: null, responses: 2 });
  for (const phone of crowd.slice(2, 5)) await phone.answer("choice", picks("b"));
  const released = await console.until((view) => view.prompt?.results != null);
  expect(released.prompt).toMatchObject({ results: { responses: 5, counts: [2, 3, 0, 0] }, waiting: 0 });
  // Three more would show what the three said.
  for (const phone of crowd.slice(5)) await phone.answer("choice", picks("c"));
  await console.hears("responses:counted", ({ responses }) => responses === 8);
  expect((await step(console, "results:show", { slideId: slides.choice })).prompt).toMatchObject({
    results: { responses: 5, counts: [2, 3, 0, 0] },
    waiting: 3,
  });
});

test("R37: what came late is written anew at the end, so that nothing tells who was late", async () => {
  await allow(600);
  await open("choice");
  const crowd = await phones(room, id, 6);
  for (const phone of crowd.slice(0, 3)) await phone.answer("choice", picks("a"));
  await step(console, "prompt:close", { slideId: slides.choice });
  for (const phone of crowd.slice(3)) await phone.answer("choice", picks("b"));
  await step(console, "session:end", {});
  const written = await room.app.sql<{ key: string; at: string }[]>`
    select key, xmin::text as at from responses where session_id = ${id} order by ctid`;
  expect(new Set(written.map(({ at }) => at)).size).toBe(1);
  expect(written.map(({ key }) => key)).toEqual(written.map(({ key }) => key).sort());
});
