import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { sessionById } from "@/db/stores/sessions";
import { deck } from "@/protocol/classes";
import { sessionId } from "@/protocol/ids";
import type { ResponseValue } from "@/protocol/kinds";
import { grace } from "@/protocol/limits";
import { sumsOf } from "@/server/domain/kinds";
import { newSession } from "@/server/domain/session";
import { testDatabase } from "@/tests/support/database";

const file = (name: string) =>
  readFileSync(new URL(`../../db/migrations/${name}.sql`, import.meta.url), "utf8");
/** What has been added since the first version. */
const later = readdirSync(new URL("../../db/migrations", import.meta.url))
  .filter((name) => name.endsWith(".sql") && !name.startsWith("0000"))
  .map((name) => name.replace(".sql", ""))
  .sort();
const owner = "11111111-1111-4111-8111-111111111111";
const id = sessionId.parse("22222222-2222-4222-8222-222222222222");

/** A session as it was stored before slides had rounds and a room had settings. */
const oldDeck = {
  slug: "old",
  title: "An old class",
  summary: "",
  language: "es",
  handout: "",
  slides: [
    {
      id: "hello",
      kind: "content",
      part: "",
      title: "Hello",
      bodies: ["<p>Hi</p>"],
      notes: "",
      minutes: 1,
      explanation: "",
    },
    {
      ...{
        id: "which",
        kind: "choice",
        part: "",
        title: "Which",
        bodies: [""],
        notes: "",
        minutes: 1,
        explanation: "",
      },
      ...{
        options: [
          { id: "a", text: "A" },
          { id: "b", text: "B" },
        ],
        pick: 1,
        correct: [],
      },
    },
    { id: "say", kind: "open", part: "", title: "Say", bodies: [""], notes: "", minutes: 1, explanation: "" },
  ],
};
const oldState = {
  status: "live",
  index: 1,
  step: 0,
  blank: false,
  timer: { endsAt: 5, closesPrompt: true },
  prompts: { which: { phase: "open", shown: false } },
  marks: {},
  startedAt: 1,
  endedAt: null,
  release: "closing",
  minimum: 3,
  undo: [{ step: "open", before: {} }],
};

test("what an earlier version stored is understood after the upgrade, and nobody is without a team", async () => {
  const database = await testDatabase();
  const { sql } = database;
  try {
    await sql`drop schema public cascade`;
    await sql`create schema public`;
    await sql.unsafe(file("0000_start"));
    await sql`insert into facilitators (id, email, name, password_hash, created_at)
      values (${owner}, 'ana@example.org', 'Ana', 'none', now())`;
    await sql`insert into sessions (id, owner_id, class_id, deck, code, state, created_at, touched_at, text_days)
      values (${id}, ${owner}, ${owner}, ${sql.json(oldDeck)}, '12345678', ${sql.json(oldState)}, now(), now(), 90)`;
    for (const [key, slide, value] of [
      ["one", "which", { kind: "choice", options: ["a"] }],
      ["two", "say", { kind: "open", text: "Hola" }],
    ] as const)
      await sql`insert into responses (id, session_id, slide_id, key, value)
        values (gen_random_uuid(), ${id}, ${slide}, ${key}, ${sql.json(value)})`;
    for (const name of later) await sql.unsafe(file(name));

    const session = await sessionById(database.db, id);
    expect(deck.parse(session?.deck).slides.map(({ kind }) => kind)).toEqual(["content", "choice", "open"]);
    expect(session?.state).toEqual({
      ...newSession({ language: "es", support: [] }),
      ...{ status: "live", index: 1, startedAt: 1, minimum: 3 },
      prompts: { which: { phase: "open", shown: false, round: 1 } },
      // Nothing that phones did not know of begins in the middle of a class.
      settings: { filter: true, approve: false, questions: "off", grace: grace.usual },
    });
    expect(await sql`select prompt_id, by_hand, value from responses order by key`).toEqual([
      { prompt_id: "which", by_hand: false, value: { kind: "choice", options: ["a"] } },
      { prompt_id: "say", by_hand: false, value: { kind: "open", text: "Hola", language: "" } },
    ]);
    const [team] = await sql`select t.name from facilitators f join teams t on t.id = f.team_id`;
    expect(team?.name).toBe("Our team");
  } finally {
    await database.close();
  }
});

test("answers that were stored before they were counted are counted, and their published sums with them", async () => {
  const database = await testDatabase();
  const { sql } = database;
  const values: Record<string, object[]> = {
    choice: [{ options: ["a"] }, { options: ["a", "b"] }, { options: ["c"] }],
    sort: [{ bins: { x: "left", y: "right" } }, { bins: { x: "left", y: "left" } }],
    scale: [{ ratings: { x: 2 } }, { ratings: { x: 2 } }],
    continuum: [{ places: { x: 0 } }, { places: { x: 100 } }],
    rank: [{ order: ["a", "b"] }, { order: ["b", "a"] }, { order: ["b", "a"] }],
    reflect: [{}],
    open: [{ text: "Hola", language: "es" }],
  };
  try {
    await sql`drop schema public cascade`;
    await sql`create schema public`;
    for (const name of ["0000_start", "0001_every_kind"]) await sql.unsafe(file(name));
    await sql`insert into teams (id, name, support, created_at) values (${owner}, 'Us', '[]', now())`;
    await sql`insert into facilitators (id, team_id, email, name, password_hash, created_at)
      values (${owner}, ${owner}, 'ana@example.org', 'Ana', 'none', now())`;
    await sql`insert into sessions (id, owner_id, class_id, deck, code, state, created_at, touched_at, text_days)
      values (${id}, ${owner}, ${owner}, ${sql.json(oldDeck)}, '12345678', ${sql.json(oldState)}, now(), now(), 90)`;
    for (const [kind, list] of Object.entries(values))
      for (const [n, value] of list.entries()) {
        const row = sql.json({ kind, ...value });
        await sql`insert into responses (id, session_id, prompt_id, key, value, released)
          values (gen_random_uuid(), ${id}, ${kind}, ${`${kind} ${n}`}, ${row}, ${row})`;
      }
    await sql`insert into responses (id, session_id, prompt_id, key, value)
      values (gen_random_uuid(), ${id}, 'choice', 'late', ${sql.json({ kind: "choice", options: ["b"] })}),
        (gen_random_uuid(), ${id}, 'unseen', 'one', ${sql.json({ kind: "choice", options: ["b"] })})`;
    await sql.unsafe(file("0002_tallies"));

    const published = Object.entries(values).map(([kind, list]) => ({
      prompt_id: kind,
      responses: list.length + (kind === "choice" ? 1 : 0),
      published: sumsOf(list.map((value) => ({ value: { kind, ...value } as ResponseValue, times: 1 }))),
    }));
    const stored = await sql`select prompt_id, responses, published from tallies order by prompt_id`;
    expect(stored).toEqual(
      [...published, { prompt_id: "unseen", responses: 1, published: null }].sort((a, b) =>
        a.prompt_id < b.prompt_id ? -1 : 1,
      ),
    );
    await sql`delete from sessions where id = ${id}`;
    expect(await sql`select id from responses`).toEqual([]);
  } finally {
    await database.close();
  }
});
