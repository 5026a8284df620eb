import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { csvOf } from "@/app/(facilitator)/sessions/[id]/export/csv";
import { rowsOf } from "@/app/(facilitator)/sessions/[id]/export/rows";
import { questionId, type SessionId, slideId } from "@/protocol/ids";
import { columnsOf } from "@/tests/privacy/columns";
import { step } from "@/tests/support/client";
import { deckOf, everyKind, slideOf } from "@/tests/support/decks";
import { type Facilitator, openRoom, origin, type Phone, phones, type Room } from "@/tests/support/room";

let room: Room;
let ana: Facilitator;
let id: SessionId;
let sharePath: string;
const day = 24 * 60 * 60 * 1000;
const secret = "Zwetschgenkuchen";
const at = (slide: string) => ({ slideId: slideId.parse(slide) });

beforeAll(async () => {
  room = await openRoom({
    env: { ATTUNE_TEXT_DAYS: "90" },
    deck: deckOf([...everyKind.slides, { ...slideOf("content", "back"), recall: slideId.parse("open") }]),
  });
  ana = await room.facilitator();
  id = await room.start(ana);
  await holdTheClass(await phones(room, id, 4));
}, 60_000);
afterAll(() => room.close());

/** Leaves the text in every place that can take one: answers, both rounds, marks, themes, undo, questions. */
async function holdTheClass(crowd: Phone[]): Promise<void> {
  const console = await room.console(ana, id);
  const answer = async (prompt: string, what: (phone: number) => Parameters<Phone["answer"]>[1]) => {
    for (const [number, phone] of crowd.entries())
      expect((await phone.answer(prompt, what(number))).ok).toBe(true);
  };
  const text = (number: number) => ({ kind: "open" as const, text: `${secret} ${number}`, language: "en" });
  const words = () => ({ kind: "words" as const, words: [secret] });
  await step(console, "slide:go", at("choice"));
  await step(console, "prompt:open", at("choice"));
  await answer("choice", () => ({ kind: "choice", options: ["a"] }));
  await step(console, "slide:go", at("words"));
  await step(console, "prompt:open", at("words"));
  await answer("words", words);
  await step(console, "prompt:close", at("words"));
  await step(console, "word:mark", { ...at("words"), word: secret, mark: "pinned" });
  await step(console, "slide:go", at("open"));
  await step(console, "prompt:open", at("open"));
  await answer("open", text);
  await step(console, "prompt:close", at("open"));
  await step(console, "theme:add", { ...at("open"), themeId: "t1", name: `About ${secret}` });
  const results = console.view().prompt?.results;
  const cardId = results?.kind === "open" ? results.cards[0]?.id : undefined;
  if (!cardId) throw new Error("no card was released");
  await step(console, "card:group", { ...at("open"), cardId, themeId: "t1" });
  await step(console, "card:mark", { ...at("open"), cardId, mark: "hidden" });
  await step(console, "prompt:again", at("open"));
  await answer("open.2", text);
  await step(console, "prompt:close", at("open"));
  const [asker] = crowd;
  const question = questionId.parse(randomUUID());
  await asker?.send("question:ask", { id: question, token: asker.token(question), text: `Why ${secret}?` });
  await console.send("question:mark", { id: question, answered: true, answer: `Because of ${secret}` });
  await step(console, "slide:go", at("back"));
  await step(console, "session:end", {});
  for (const phone of crowd) phone.close();
  console.close();
  const share = { id: randomUUID(), sessionId: id, days: 3650 };
  const made = await room.app.execute(ana.actor, "share:create", share, origin);
  if (made.ok) sharePath = made.data.path;
}

/** Where the text stands: in tables, and in what the planner remembers of them. */
async function placesOf(text: string): Promise<string[]> {
  const { sql } = room.app;
  const tables = [...new Set((await columnsOf(sql)).map(({ table }) => table))];
  const found: string[] = [];
  for (const table of [...tables, "pg_stats"]) {
    const [row] =
      await sql`select count(*)::int as rows from ${sql(table)} t where t::text like ${`%${text}%`}`;
    if (row?.rows > 0) found.push(table);
  }
  return found.sort();
}

/** Everything that a page can still ask for. */
async function told(): Promise<string> {
  const { queries } = room.app;
  const summary = await queries.summary(ana.actor, id);
  if (!summary) throw new Error("no summary");
  const console = await room.console(ana, id);
  const late = await room.phone(id);
  const listed = await console.send("questions:list", {});
  const said = [
    summary,
    csvOf(rowsOf(summary)),
    await queries.shared(sharePath.split("/").at(-1) ?? "", "en"),
    await queries.console(ana.actor, id),
    await queries.join(await room.codeOf(id), origin, "en"),
    console.views,
    late.views,
    listed,
  ];
  console.close();
  late.close();
  return JSON.stringify(said);
}

const forget = () => room.app.execute({ kind: "system" }, "text:delete", { sessionId: id }, origin);

test("PostgreSQL keeps no samples of what people wrote, however often it looks at the tables", async () => {
  await room.app.sql`analyze`;
  expect(await placesOf(secret)).toEqual(["questions", "responses", "sessions"]);
});

test("rows of participants that are dead are cleared away at PostgreSQL's next round, however few", async () => {
  const { sql } = room.app;
  const watched = [
    ...new Set((await columnsOf(sql)).filter(({ column }) => column === "key").map(({ table }) => table)),
  ];
  const eager = await sql<{ table: string }[]>`
    select relname as table from pg_class where reloptions @>
      array['autovacuum_vacuum_threshold=0', 'autovacuum_vacuum_scale_factor=0'] order by relname`;
  expect(eager.map(({ table }) => table)).toEqual([...watched, "sessions"].sort());
});

test("R50: when its time has come, what parents wrote is in no table and on no page, and what they chose is", async () => {
  expect(await told()).toContain(secret);
  await forget();
  expect(await placesOf(secret)).not.toEqual([]);

  room.app.clock.time += 91 * day;
  // Whoever looks then has signed in meanwhile.
  await room.app.sql`update sign_ins set expires_at = expires_at + interval '91 days'`;
  await forget();
  expect(await placesOf(secret)).toEqual([]);
  expect(await told()).not.toContain(secret);
  const [left] = await room.app.sql`
    select count(*)::int as rows, count(value)::int as answers from responses where session_id = ${id}`;
  expect(left).toEqual({ rows: 16, answers: 4 });
  const summary = await room.app.queries.summary(ana.actor, id);
  expect(summary?.prompts.find(({ slide }) => slide.id === "choice")?.results).toMatchObject({
    counts: [4, 0, 0, 0],
  });
  // Cleared away, not only hidden: nobody else has asked anything, and not a page is left of it.
  const [size] = await room.app.sql`select pg_relation_size('questions')::int as questions`;
  expect(size).toEqual({ questions: 0 });
});

test("a session that is deleted leaves nothing of it in any table", async () => {
  const { sql } = room.app;
  await sql`delete from sessions where id = ${id}`;
  expect((await placesOf(id)).filter((table) => table !== "pg_stats")).toEqual([]);
  const rows =
    await sql`select key from question_votes union all select key from attendances union all select key from responses`;
  expect(rows).toHaveLength(0);
});
