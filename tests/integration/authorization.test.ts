import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor, ActorKind } from "@/protocol/actors";
import { type CommandName, commands } from "@/protocol/commands";
import { type ResponseId, type SessionId, slideId } from "@/protocol/ids";
import type { ResponseValue } from "@/protocol/kinds";
import type { ConsoleView } from "@/protocol/views";
import { type Client, outcome, step } from "@/tests/support/client";
import { type Facilitator, openRoom, origin, phones, type Room } from "@/tests/support/room";

let room: Room;
let ana: Facilitator;
let bea: Facilitator;
const choice = slideId.parse("choice");
const open = slideId.parse("open");

beforeAll(async () => {
  room = await openRoom();
  [ana, bea] = await Promise.all([room.facilitator(), room.facilitator()]);
});
afterAll(() => room.close());

/** Where a command is tried: a session of Ana's, brought to where the command would succeed. */
type Place = { id: SessionId; rev: number; endsAt: number; cardId: ResponseId | undefined; shareId: string };

type Case = {
  /** Who may send it. Written out again here, so that a loosened table does not pass unseen. */
  by: ActorKind[];
  /** Brings the session there; it stands in its lobby otherwise. */
  before?: (console: Client<ConsoleView>, id: SessionId) => Promise<unknown>;
  input: (place: Place) => Record<string, unknown>;
  /** What the right sender gets, when it is not `ok`. */
  answer?: string;
};

const atChoice = (console: Client<ConsoleView>) => step(console, "slide:go", { slideId: choice });
const opened = async (console: Client<ConsoleView>) => {
  await atChoice(console);
  await step(console, "prompt:open", { slideId: choice });
};
const closed = async (console: Client<ConsoleView>) => {
  await opened(console);
  await step(console, "prompt:close", { slideId: choice });
};
const shown = async (console: Client<ConsoleView>) => {
  await closed(console);
  await step(console, "results:show", { slideId: choice });
};
const timed = (console: Client<ConsoleView>) =>
  step(console, "timer:start", { seconds: 600, closesPrompt: false });
const answeredBy = (value: ResponseValue) => async (console: Client<ConsoleView>, id: SessionId) => {
  const crowd = await phones(room, id, 3);
  const slide = slideId.parse(value.kind);
  await step(console, "slide:go", { slideId: slide });
  await step(console, "prompt:open", { slideId: slide });
  for (const phone of crowd) await phone.answer(slide, value);
  await step(console, "prompt:close", { slideId: slide });
  for (const phone of crowd) phone.close();
};
const withCards = answeredBy({ kind: "open", text: "A card", language: "en" });
const withWords = answeredBy({ kind: "words", words: ["hug"] });
const withTheme = (console: Client<ConsoleView>) =>
  step(console, "theme:add", { slideId: open, themeId: "t1", name: "Sleep" });
const someToken = randomBytes(32).toString("hex");
const ended = async (console: Client<ConsoleView>) => {
  await step(console, "session:begin", {});
  await step(console, "session:end", {});
};
const shared = async (console: Client<ConsoleView>, id: SessionId) => {
  await ended(console);
  await room.app.execute(ana.actor, "share:create", { id, sessionId: id, days: 1 }, origin);
};

const rev = ({ rev }: Place) => ({ rev });
const revAtChoice = ({ rev }: Place) => ({ rev, slideId: choice });
const console = { by: ["console"] as ActorKind[] };
const facilitator = { by: ["facilitator"] as ActorKind[] };
const system = { by: ["system"] as ActorKind[] };
const stranger = { by: ["stranger"] as ActorKind[] };
const ownDoor = { by: ["phone", "stranger"] as ActorKind[] };
const ownPulse = { token: someToken, of: { kind: "pulse" } };

const cases: { [N in CommandName]: Case } = {
  "session:start": { ...facilitator, input: () => ({ id: randomUUID(), classId: room.classId }) },
  "session:view": { by: ["phone", "screen", "console"], input: () => ({}) },
  "session:begin": { ...console, input: rev },
  "session:end": { ...console, input: rev },
  "session:expire": { ...system, input: ({ id }) => ({ sessionId: id }) },
  "session:seal": { ...system, input: ({ id }) => ({ sessionId: id }) },
  "text:delete": { ...system, input: ({ id }) => ({ sessionId: id }) },
  "clock:read": { by: ["phone", "screen", "console"], input: () => ({}) },
  "handout:read": { by: ["phone"], input: () => ({}) },
  "own:read": { ...ownDoor, input: ({ id }) => ({ ...ownPulse, sessionId: id }) },
  "own:delete": { ...ownDoor, input: ({ id }) => ({ ...ownPulse, sessionId: id }) },
  "own:count": {
    ...ownDoor,
    input: ({ id }) => ({ sessionId: id, token: someToken }),
    answer: "not_found",
  },
  "settings:choose": {
    ...console,
    input: ({ rev }) => ({ rev, settings: { filter: true, approve: true, questions: "off" } }),
  },
  "support:set": { ...console, input: ({ rev }) => ({ rev, contacts: [] }) },
  "release:choose": { ...console, input: ({ rev }) => ({ rev, release: "live" }) },
  "slide:next": { ...console, before: atChoice, input: rev },
  "slide:back": { ...console, before: atChoice, input: rev },
  "slide:go": { ...console, before: atChoice, input: ({ rev }) => ({ rev, slideId: open }) },
  "screen:blank": { ...console, before: atChoice, input: ({ rev }) => ({ rev, blank: true }) },
  "step:undo": { ...console, before: atChoice, input: rev },
  "prompt:open": { ...console, before: atChoice, input: revAtChoice },
  "prompt:close": { ...console, before: opened, input: revAtChoice },
  "results:show": { ...console, before: closed, input: revAtChoice },
  "results:hide": { ...console, before: shown, input: revAtChoice },
  "prompt:again": { ...console, before: closed, input: revAtChoice },
  "hands:set": { ...console, before: opened, input: ({ rev }) => ({ rev, slideId: choice, hands: null }) },
  "word:mark": {
    ...console,
    before: withWords,
    input: ({ rev }) => ({ rev, slideId: "words", word: "hug", mark: "hidden" }),
  },
  "theme:add": {
    ...console,
    input: ({ rev }) => ({ rev, slideId: open, themeId: "t1", name: "Sleep" }),
  },
  "theme:rename": {
    ...console,
    before: withTheme,
    input: ({ rev }) => ({ rev, slideId: open, themeId: "t1", name: "Nights" }),
  },
  "theme:remove": {
    ...console,
    before: withTheme,
    input: ({ rev }) => ({ rev, slideId: open, themeId: "t1" }),
  },
  "card:group": {
    ...console,
    before: withCards,
    input: ({ rev, cardId }) => ({ rev, slideId: open, cardId, themeId: null }),
  },
  "questions:show": { ...console, before: atChoice, input: ({ rev }) => ({ rev, shown: true }) },
  "questions:list": { by: ["phone", "screen", "console"], input: () => ({}) },
  "question:ask": { by: ["phone"], input: () => ({ id: randomUUID(), token: someToken, text: "Why?" }) },
  "question:withdraw": { by: ["phone"], input: () => ({ id: randomUUID(), token: someToken }) },
  "question:vote": {
    by: ["phone"],
    input: () => ({ id: randomUUID(), token: someToken, wanted: true }),
    answer: "not_found",
  },
  "question:mark": {
    ...console,
    input: () => ({ id: randomUUID(), mark: "hidden" }),
    answer: "not_found",
  },
  "pulse:send": { by: ["phone"], input: () => ({ token: someToken, signal: "slow-down" }) },
  "pulse:fade": { ...system, input: () => ({}) },
  "team:support": { ...facilitator, input: () => ({ contacts: [] }) },
  "card:mark": {
    ...console,
    before: withCards,
    input: ({ rev, cardId }) => ({ rev, slideId: open, cardId, mark: "hidden" }),
  },
  "timer:start": {
    ...console,
    before: atChoice,
    input: ({ rev }) => ({ rev, seconds: 600, closesPrompt: false }),
  },
  "timer:stop": {
    ...console,
    before: async (at) => {
      await atChoice(at);
      await timed(at);
    },
    input: rev,
  },
  "timer:expire": {
    ...system,
    before: async (at) => {
      await atChoice(at);
      await timed(at);
    },
    input: ({ id, endsAt }) => ({ sessionId: id, endsAt }),
  },
  "response:submit": {
    by: ["phone"],
    before: opened,
    input: () => ({
      promptId: choice,
      token: randomBytes(32).toString("hex"),
      value: { kind: "choice", options: ["a"] },
    }),
  },
  "summary:mark": {
    ...facilitator,
    before: withCards,
    input: ({ id, cardId }) => ({ sessionId: id, slideId: open, cardId, mark: "hidden" }),
  },
  "share:create": {
    ...facilitator,
    before: ended,
    input: ({ id }) => ({ id: randomUUID(), sessionId: id, days: 1 }),
  },
  "share:revoke": { ...facilitator, before: shared, input: ({ shareId }) => ({ id: shareId }) },
  // There is an account already and no such link: who gets this far was let in.
  "account:create": {
    ...stranger,
    input: () => ({ setupToken: "none", email: "eve@example.org", name: "Eve", password: "long enough" }),
    answer: "link_used",
  },
  "sign-in:create": {
    ...stranger,
    input: () => ({ email: "eve@example.org", password: "long enough" }),
    answer: "credentials_wrong",
  },
  "sign-in:end": { ...facilitator, input: () => ({}) },
  "sign-in:end-all": { ...facilitator, input: () => ({}) },
};

/** Commands of a facilitator that are about nobody's session. */
const aboutThemselves = ["session:start", "team:support", "sign-in:end", "sign-in:end-all"];

/** All that a refused command could have changed. */
const stored = (id: SessionId) => room.app.sql`
  select s.rev, s.state, s.touched_at, s.text_deleted_at,
    (select count(*)::int from responses) as responses, (select count(*)::int from facilitators) as facilitators,
    (select count(*)::int from sign_ins) as sign_ins, (select count(*)::int from sessions) as sessions,
    (select count(*)::int from questions) as questions, (select count(*)::int from pulses) as pulses,
    (select jsonb_agg(t order by t.id) from teams t) as teams,
    (select jsonb_agg(sh order by sh.id) from shares sh) as shares
  from sessions s where s.id = ${id}`;

test("the cases say of every command who may send it, as the table does", () => {
  const byTable = Object.fromEntries(
    Object.entries(commands).map(([name, { by }]) => [name, [...by].sort()]),
  );
  const byCases = Object.fromEntries(Object.entries(cases).map(([name, { by }]) => [name, [...by].sort()]));
  expect(byCases).toEqual(byTable);
});

describe.each(Object.keys(cases) as CommandName[])("%s", (name) => {
  const { by, before, input, answer = "ok" } = cases[name];

  /** A session of Ana's where the command would succeed, and one of Bea's where it would as well. */
  async function prepare(owner: Facilitator): Promise<{ place: Place; console: Client<ConsoleView> }> {
    const id = await room.start(owner);
    const console = await room.console(owner, id);
    await before?.(console, id);
    const view = console.view();
    const results = view.prompt?.results;
    const cardId = results?.kind === "open" ? results.cards[0]?.id : undefined;
    return { console, place: { id, rev: view.rev, endsAt: view.timer?.endsAt ?? 0, cardId, shareId: id } };
  }

  const execute = (actor: Actor, sent: unknown) => outcome(room.app.execute(actor, name, sent, origin));
  const refusalOf = (kind: ActorKind) => (kind === "stranger" ? "signed_out" : "not_allowed");

  test("is refused to whom it does not belong, changes nothing then, and is taken from the right one", async () => {
    const { place, console } = await prepare(ana);
    const { id } = place;
    const attendance = randomBytes(32).toString("hex");
    const actors: Actor[] = [
      { kind: "stranger" },
      ana.actor,
      { ...ana.actor, kind: "console", sessionId: id },
      { kind: "phone", sessionId: id, attendance, language: "en" },
      { kind: "screen", sessionId: id },
      { kind: "system" },
    ];
    const before = await stored(id);
    for (const actor of actors.filter(({ kind }) => !by.includes(kind)))
      expect(`${actor.kind}: ${await execute(actor, input(place))}`).toBe(
        `${actor.kind}: ${refusalOf(actor.kind)}`,
      );
    expect(await stored(id)).toEqual(before);

    // The same over real sockets, which only these three have.
    const [phone, screen] = await Promise.all([room.phone(id), room.screen(id)]);
    const sockets = { console, phone, screen };
    for (const [kind, client] of Object.entries(sockets) as [keyof typeof sockets, Client][])
      if (!by.includes(kind))
        expect(await outcome(client.send(name, input(place) as never))).toBe("not_allowed");
    expect(await stored(id)).toEqual(before);

    const right = Object.entries(sockets).filter(([kind]) => by.includes(kind as ActorKind));
    for (const [, client] of right)
      expect(await outcome((client as Client).send(name, input(place) as never))).toBe(answer);
    // Whoever has no socket comes in by the other door; a throwaway facilitator, since some commands sign out.
    if (right.length === 0) {
      const signedIn = name.startsWith("sign-in:") ? (await room.facilitator()).actor : ana.actor;
      const [actor] = [signedIn, ...actors].filter(({ kind }) => by.includes(kind));
      if (actor) expect(await execute(actor, input(place))).toBe(answer);
    }
    for (const client of Object.values(sockets)) client.close();
  });

  test("moves nothing of a session for anybody who belongs to another", async () => {
    const [{ place, console }, elsewhere] = await Promise.all([prepare(ana), prepare(bea)]);
    const { id } = place;
    const other = elsewhere.place.id;
    const before = (await stored(id))[0];
    const [phone, screen] = await Promise.all([room.phone(other), room.screen(other)]);
    for (const client of [elsewhere.console, phone, screen] as Client[])
      await client.send(name, input(place) as never);
    if (by.includes("facilitator") && !aboutThemselves.includes(name))
      expect(await execute(bea.actor, input(place))).toBe("not_found");
    const after = (await stored(id))[0];
    const own = (row: typeof before) => [
      row?.rev,
      row?.state,
      row?.touched_at,
      row?.text_deleted_at,
      row?.shares,
    ];
    expect(own(after)).toEqual(own(before));
    const [foreign] = await room.app.sql`
      select count(*)::int as rows from responses where session_id = ${id} and prompt_id = 'choice'`;
    expect(foreign?.rows).toBe(0);
    for (const client of [console, elsewhere.console, phone, screen]) client.close();
  });
});

test("a console whose sign-in has ended is nobody any more", async () => {
  const who = await room.facilitator();
  const id = await room.start(who);
  const actor: Actor = { ...who.actor, kind: "console", sessionId: id };
  await room.app.execute(who.actor, "sign-in:end", {}, origin);
  expect(await outcome(room.app.execute(actor, "session:begin", { rev: 0 }, origin))).toBe("signed_out");
});
