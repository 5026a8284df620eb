import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type SessionId, slideId } from "@/protocol/ids";
import { outcome, step } from "@/tests/support/client";
import { type Facilitator, openRoom, origin, phones, type Room } from "@/tests/support/room";

let room: Room;
let ana: Facilitator;
let id: SessionId;
const day = 24 * 60 * 60 * 1000;
const open = slideId.parse("open");
const words = slideId.parse("words");

beforeAll(async () => {
  room = await openRoom();
  ana = await room.facilitator();
  id = await room.start(ana);
  const console = await room.console(ana, id);
  const crowd = await phones(room, id, 4);
  await step(console, "slide:go", { slideId: open });
  await step(console, "prompt:open", { slideId: open });
  await Promise.all(
    crowd.map((phone, n) => phone.answer("open", { kind: "open", text: `Card ${n}`, language: "en" })),
  );
  const closed = await step(console, "prompt:close", { slideId: open });
  const cards = closed.prompt?.results?.kind === "open" ? closed.prompt.results.cards : [];
  const hidden = cards.find(({ text }) => text === "Card 0");
  if (hidden) await step(console, "card:mark", { slideId: open, cardId: hidden.id, mark: "hidden" });
  await step(console, "slide:go", { slideId: words });
  await step(console, "prompt:open", { slideId: words });
  for (const phone of crowd.slice(0, 2)) await phone.answer("words", { kind: "words", words: ["too few"] });
  await step(console, "session:end", {});
});
afterAll(() => room.close());

const create = (who: Facilitator, share: string, session: string = id, days = 30) =>
  room.app.execute(who.actor, "share:create", { id: share, sessionId: session, days }, origin);
const revoke = (who: Facilitator, share: string) =>
  room.app.execute(who.actor, "share:revoke", { id: share }, origin);

async function endedSession(who: Facilitator): Promise<SessionId> {
  const session = await room.start(who);
  const console = await room.console(who, session);
  await step(console, "session:begin", {});
  await step(console, "session:end", {});
  return session;
}

async function newLink(days = 30): Promise<{ share: string; token: string }> {
  const share = randomUUID();
  const ack = await create(ana, share, id, days);
  if (!ack.ok) throw new Error(ack.error.code);
  expect(ack.data.path).toMatch(/^\/s\/[\w.-]+$/);
  return { share, token: ack.data.path.slice("/s/".length) };
}

test("R45: the facilitator's summary has every prompt, its counts, and no hidden card", async () => {
  const summary = await room.app.queries.summary(ana.actor, id);
  expect(summary).toMatchObject({ status: "ended", phones: 4, minimum: 3, handout: "<p>The handout</p>" });
  expect(summary?.prompts.map(({ slide, opened, responses }) => [slide.id, opened, responses])).toEqual([
    ["choice", false, 0],
    ["sort", false, 0],
    ["scale", false, 0],
    ["continuum", false, 0],
    ["words", true, 2],
    ["open", true, 4],
    ["rank", false, 0],
    ["reflect", false, 0],
  ]);
  expect(JSON.stringify(summary)).not.toMatch(/Card 0|Notes of/);
  expect(JSON.stringify(summary)).toContain("Card 3");
});

test("R31: what the guard holds is in no summary", async () => {
  const { token } = await newLink();
  const seen = [await room.app.queries.summary(ana.actor, id), await room.app.queries.shared(token, "en")];
  for (const summary of seen) {
    expect(summary?.prompts.find(({ slide }) => slide.id === "words")).toMatchObject({
      responses: 2,
      results: null,
    });
    expect(JSON.stringify(summary)).not.toContain("too few");
  }
});

test("a shared summary says what the room found, and nothing of who was there or whose it is", async () => {
  const { token } = await newLink();
  const shared = await room.app.queries.shared(token, "en");
  expect(Object.keys(shared ?? {}).sort()).toEqual(["endedAt", "handout", "language", "prompts", "title"]);
  for (const prompt of shared?.prompts ?? [])
    expect(Object.keys(prompt).sort()).toEqual([
      ...["earlier", "opened", "responses", "results", "round", "slide", "textDeleted"],
    ]);
  expect(JSON.stringify(shared)).not.toMatch(/Card 0|Notes of/);
  expect(JSON.stringify(shared)).not.toContain(id);
  expect(JSON.stringify(shared)).not.toContain(ana.actor.facilitatorId);
});

test("a link lives until it is revoked, and then never again", async () => {
  const { share, token } = await newLink();
  const listed = async () => (await room.app.queries.summary(ana.actor, id))?.shares.map((one) => one.id);
  expect(await listed()).toContain(share);
  for (let n = 0; n < 2; n += 1) expect(await outcome(revoke(ana, share))).toBe("ok");
  expect(await room.app.queries.shared(token, "en")).toBeUndefined();
  expect(await listed()).not.toContain(share);
  await create(ana, share);
  expect(await room.app.queries.shared(token, "en")).toBeUndefined();
});

test("a link expires when its days are over", async () => {
  const { token } = await newLink(2);
  room.app.clock.time += 2 * day - 1;
  expect(await room.app.queries.shared(token, "en")).toBeDefined();
  room.app.clock.time += 1;
  expect(await room.app.queries.shared(token, "en")).toBeUndefined();
});

test("the same id again is the same link, and no other facilitator's", async () => {
  const { share, token } = await newLink();
  const again = await create(ana, share);
  expect(again.ok && again.data.path).toBe(`/s/${token}`);
  const other = await room.facilitator();
  expect(await outcome(create(other, randomUUID()))).toBe("not_found");
  expect(await outcome(create(other, share, await endedSession(other)))).toBe("not_found");
  expect(await outcome(create(ana, share, await endedSession(ana)))).toBe("not_found");
  expect(await outcome(revoke(other, share))).toBe("not_found");
  expect(await room.app.queries.shared(token, "en")).toBeDefined();
});

test("a made-up link opens nothing", async () => {
  const { token, share } = await newLink();
  const flipped = `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`;
  for (const made of ["", share, flipped, `${token}.`, "v1.a.b"])
    expect(await room.app.queries.shared(made, "en")).toBeUndefined();
});

test("R46: no link opens while its session runs, nor is one made; R19: a card is hidden afterwards", async () => {
  const { token } = await newLink();
  const marks = (mark: "hidden" | "none", cardId: string) =>
    outcome(
      room.app.execute(ana.actor, "summary:mark", { sessionId: id, slideId: open, cardId, mark }, origin),
    );
  const texts = async () => JSON.stringify(await room.app.queries.shared(token, "en"));
  const summary = await room.app.queries.summary(ana.actor, id);
  const results = summary?.prompts.find(({ slide }) => slide.id === "open")?.results;
  const card = results?.kind === "open" ? results.cards.find(({ text }) => text === "Card 2") : undefined;
  const endedAt = summary?.endedAt;

  room.app.clock.time += day;
  expect(await marks("hidden", card?.id ?? "")).toBe("ok");
  expect(await texts()).not.toContain("Card 2");
  expect((await room.app.queries.summary(ana.actor, id))?.endedAt).toBe(endedAt);
  expect(await marks("none", card?.id ?? "")).toBe("ok");
  expect(await texts()).toContain("Card 2");
  expect(await marks("hidden", randomUUID())).toBe("not_found");

  const console = await room.console(ana, id);
  await step(console, "step:undo", {});
  await step(console, "step:undo", {});
  const running = await step(console, "step:undo", {});
  expect(running.status).toBe("live");
  expect(await room.app.queries.shared(token, "en")).toBeUndefined();
  expect(await outcome(create(ana, randomUUID()))).toBe("impossible");
  await step(console, "session:end", {});
  expect(await texts()).toContain("Card 1");
});
