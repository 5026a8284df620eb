import { randomUUID } from "node:crypto";
import { csvOf } from "@/app/(facilitator)/sessions/[id]/export/csv";
import { rowsOf } from "@/app/(facilitator)/sessions/[id]/export/rows";
import { type CommandName, commands } from "@/protocol/commands";
import { type EventName, events } from "@/protocol/events";
import { questionId, slideId } from "@/protocol/ids";
import type { ResponseValue } from "@/protocol/kinds";
import type { Queries } from "@/server/queries";
import { deckOf, everyKind, slideOf } from "@/tests/support/decks";
import { type Facilitator, openRoom, origin, type Phone, phones, type Room } from "@/tests/support/room";

/** What has left the server, and by which way: `command card:mark`, `event session:changed`, `query summary`. */
export type Said = { way: string; what: unknown };

/** A class with every kind, one asked twice, one compared with another, and slides that recall. */
export const deck = deckOf([
  ...everyKind.slides,
  { ...slideOf("choice", "later"), compare: slideId.parse("choice") },
  { ...slideOf("content", "looking-back"), recall: slideId.parse("open") },
  { ...slideOf("content", "counting-back"), recall: slideId.parse("choice") },
]);
const asked = deck.slides
  .filter(({ kind }) => !["content", "pause", "pair"].includes(kind))
  .map(({ id }) => id);

/** In every free text of a phone; which phone's it is stands behind it. */
export const canary = "what-a-phone-wrote";

/**
 * A whole class with so many phones, in which everything is asked of the server
 * that can be asked, by everybody who may. Answers with all that it ever said.
 */
export async function everythingSaid(room: Room, count: number): Promise<Said[]> {
  const said: Said[] = [];
  const ana = await room.facilitator();
  const id = await room.start(ana);
  const [console, screen, crowd] = [
    await room.console(ana, id),
    await room.screen(id),
    await phones(room, id, count),
  ];
  const patched = await room.phone(id, undefined, undefined, true);
  const [first] = crowd;
  if (!first) throw new Error("a class needs a phone");

  const say = async (client: typeof console | typeof screen | Phone, name: CommandName, input: object) => {
    for (;;) {
      const rev = client === console ? { rev: console.view().rev } : {};
      const ack = await client.send(name, { ...rev, ...input } as never);
      said.push({ way: `command ${name}`, what: ack });
      // With live results a release may come in between; and no facilitator presses that fast.
      if (ack.ok || !["stale", "too_many_tries"].includes(ack.error.code)) return;
    }
  };
  const tell = async (name: CommandName, input: object) => {
    said.push({ way: `command ${name}`, what: await room.app.execute(ana.actor, name, input, origin) });
  };

  await say(console, "session:begin", {});
  for (const prompt of asked) {
    const at = { slideId: prompt };
    const answer = async (name: string) => {
      for (const [number, phone] of crowd.entries()) await phone.answer(name, valueTo(prompt, number));
    };
    await say(console, "slide:go", at);
    await say(console, "prompt:open", at);
    await answer(prompt);
    await say(console, "prompt:close", at);
    await say(console, "results:show", at);
    if (!["choice", "open"].includes(prompt)) continue;
    await say(console, "results:hide", at);
    await say(console, "step:undo", {});
    await say(console, "hands:set", { ...at, hands: null });
    await say(console, "prompt:again", { ...at, seconds: 600 });
    await answer(`${prompt}.2`);
    await say(console, "prompt:close", at);
    await say(console, "results:show", at);
  }
  await onEverySlide(console, say);
  await onTexts(console, say);
  await questions(console, first, say);
  for (const client of [console, screen, first]) await say(client, "session:view", {});
  for (const client of [console, screen, first]) await say(client, "clock:read", {});
  await say(first, "handout:read", {});
  await say(first, "own:count", { sessionId: id, token: first.token("attendance") });
  const of = { kind: "response", promptId: "open" };
  await say(first, "own:read", { sessionId: id, token: first.token("open"), of });

  await queries(room, ana, id, said);
  await say(console, "session:end", {});
  const cardId = randomUUID();
  await tell("summary:mark", { sessionId: id, slideId: "open", cardId, mark: "pinned" });
  const share = randomUUID();
  await tell("share:create", { id: share, sessionId: id, days: 1 });
  await queries(room, ana, id, said);
  await tell("session:start", { id: randomUUID(), classId: room.classId });
  said.push({ way: "metrics", what: await room.app.metrics.text() });

  for (const client of [console, screen, patched, ...crowd])
    for (const name of Object.keys(events) as EventName[])
      for (const what of client.payloads(name)) said.push({ way: `event ${name}`, what });
  return said;
}

type Say = (client: never, name: CommandName, input: object) => Promise<void>;

/** Shows the room every slide again, recalled and compared results among them, and what a console does besides. */
async function onEverySlide(console: unknown, say: Say): Promise<void> {
  const push = (name: CommandName, input: object) => say(console as never, name, input);
  for (const { id, kind } of deck.slides) {
    await push("slide:go", { slideId: id });
    if (asked.includes(id)) await push("results:show", { slideId: id });
    if (kind === "pause" || kind === "pair") await push("prompt:open", { slideId: id, seconds: 60 });
  }
  // And to the slide that shows cards again.
  await push("slide:back", {});
  await push("slide:next", {});
  await push("slide:back", {});
  await push("screen:blank", { blank: true });
  await push("timer:start", { seconds: 600, closesPrompt: false });
  await push("timer:stop", {});
  await push("support:set", { contacts: [] });
  await push("release:choose", { release: "closing" });
  const settings = { filter: false, approve: false, questions: "shown", grace: 0 };
  await push("settings:choose", { settings });
}

async function onTexts(console: unknown, say: Say): Promise<void> {
  const push = (name: CommandName, input: object) => say(console as never, name, input);
  const at = { slideId: "open" };
  await push("theme:add", { ...at, themeId: "t1", name: "Sleep" });
  await push("theme:rename", { ...at, themeId: "t1", name: "Nights" });
  await push("card:mark", { ...at, cardId: randomUUID(), mark: "pinned" });
  await push("card:group", { ...at, cardId: randomUUID(), themeId: "t1" });
  await push("theme:remove", { ...at, themeId: "t1" });
  await push("word:mark", { slideId: "words", word: "none", mark: "pinned" });
}

async function questions(console: unknown, phone: Phone, say: Say): Promise<void> {
  const id = questionId.parse(randomUUID());
  await phone.send("question:ask", { id, token: phone.token(id), text: "Why is that?" });
  await say(console as never, "questions:show", { shown: true });
  for (const client of [console, phone]) await say(client as never, "questions:list", {});
  await phone.send("pulse:send", { token: phone.token("pulse"), signal: "slow-down" });
}

/** Every question that a page can put, by the name that it has. */
const asking: { [N in keyof Queries]: (room: Room, ana: Facilitator, id: string) => Promise<unknown> } = {
  join: async ({ app, codeOf }, _, id) => app.queries.join(await codeOf(id as never), origin, "en"),
  classes: ({ app }, { actor }) => app.queries.classes(actor, "en"),
  classPage: ({ app, classId }, { actor }) => app.queries.classPage(actor, classId, "en"),
  team: ({ app }, { actor }) => app.queries.team(actor),
  picture: ({ app }) => app.queries.picture("none.svg"),
  sessions: ({ app }, { actor }) => app.queries.sessions(actor),
  console: ({ app }, { actor }, id) => app.queries.console(actor, id),
  screen: async ({ app }, { actor }, id) => {
    const path = (await app.queries.console(actor, id))?.screenPath ?? "";
    return app.queries.screen(id, path.split("key=")[1] ?? "");
  },
  summary: ({ app }, { actor }, id) => app.queries.summary(actor, id),
  shared: async ({ app }, { actor }, id) => {
    const path = (await app.queries.summary(actor, id))?.shares[0]?.path ?? "";
    return app.queries.shared(path.split("/").at(-1) ?? "", "en");
  },
  facilitatorName: ({ app }, { actor }) => app.queries.facilitatorName(actor),
  setupOpen: ({ app }) => app.queries.setupOpen("none"),
};

async function queries(room: Room, ana: Facilitator, id: string, said: Said[]): Promise<void> {
  for (const name of Object.keys(room.app.queries) as (keyof Queries)[])
    said.push({ way: `query ${name}`, what: await asking[name](room, ana, id) });
  const summary = await room.app.queries.summary(ana.actor, id);
  if (summary) said.push({ way: "export", what: csvOf(rowsOf(summary)) });
}

/** The ways by which anything but a bare yes or no can come out. */
export function waysOut(queries: Queries): string[] {
  const telling = Object.entries(commands).filter(
    ([, { output }]) => Object.keys(shapeOf(output)).length > 0,
  );
  return [
    ...telling.map(([name]) => `command ${name}`),
    ...Object.keys(events).map((name) => `event ${name}`),
    ...Object.keys(queries).map((name) => `query ${name}`),
    "export",
    "metrics",
  ].sort();
}

function shapeOf(output: object): object {
  return "shape" in output ? (output.shape as object) : { any: output };
}

function valueTo(slide: string, number: number): ResponseValue {
  const text = `${canary} phone ${number} end`;
  const values: Record<string, ResponseValue> = {
    choice: { kind: "choice", options: ["a"] },
    later: { kind: "choice", options: ["a"] },
    sort: { kind: "sort", bins: { a: "a", b: "b", c: "a" } },
    scale: { kind: "scale", ratings: { a: 4, b: 2 } },
    continuum: { kind: "continuum", places: { a: 10, b: 90 } },
    words: { kind: "words", words: [`${canary} ${number}`] },
    open: { kind: "open", text, language: "en" },
    rank: { kind: "rank", order: ["a", "b", "c"] },
    reflect: { kind: "reflect" },
  };
  const value = values[slide];
  if (!value) throw new Error(`no answer to ${slide}`);
  return value;
}

export const openPlace = () => openRoom({ deck });
