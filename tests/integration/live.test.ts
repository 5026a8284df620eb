import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type SessionId, slideId } from "@/protocol/ids";
import { outcome, step } from "@/tests/support/client";
import { type Facilitator, openRoom, type Phone, type Room } from "@/tests/support/room";

let room: Room;
let ana: Facilitator;
let id: SessionId;
const choice = slideId.parse("choice");

beforeAll(async () => {
  room = await openRoom();
  ana = await room.facilitator();
});
afterAll(() => room.close());
beforeEach(async () => {
  id = await room.start(ana);
});

test("R23: whoever comes gets the whole view, and it equals the state", async () => {
  const console = await room.console(ana, id);
  const shown = await room.app.queries.console(ana.actor, id);
  expect({ ...console.view(), at: 0 }).toEqual({ ...shown, at: 0 });
  expect(console.view()).toMatchObject({ status: "lobby", place: 0, nextAction: "begin", slide: null });
  expect((await room.phone(id)).view()).toMatchObject({
    audience: "phone",
    status: "lobby",
    facilitatorHere: true,
  });
  const screen = await room.screen(id);
  expect(screen.view()).toMatchObject({ audience: "screen", code: await room.codeOf(id) });
});

test("R20: every step reaches phone, screen and both consoles, with a growing rev", async () => {
  const [console, other, screen, phone] = await Promise.all([
    room.console(ana, id),
    room.console(ana, id),
    room.screen(id),
    room.phone(id),
  ]);
  const everybody = [console, other, screen, phone];
  const walk = [
    () => step(console, "session:begin", {}),
    () => step(console, "slide:next", {}),
    () => step(other, "slide:go", { slideId: choice }),
    () => step(other, "screen:blank", { blank: true }),
    () => step(console, "prompt:open", { slideId: choice }),
    () => step(console, "prompt:close", { slideId: choice }),
    () => step(other, "step:undo", {}),
    () => step(console, "session:end", {}),
  ];
  for (const take of walk) {
    const { rev, status, place, blank } = await take();
    for (const one of everybody) {
      const view = await one.until((seen) => seen.rev === rev);
      expect(view).toMatchObject({ status, place, blank });
    }
  }
  for (const { views } of everybody) {
    const revs = views.map((view) => view.rev);
    expect(revs).toEqual([...revs].sort((a, b) => a - b));
    expect(new Set(revs).size).toBe(walk.length + 1);
  }
});

test("a late phone sees where the room is", async () => {
  const console = await room.console(ana, id);
  await step(console, "session:begin", {});
  await step(console, "slide:next", {});
  const late = await room.phone(id);
  expect(late.view()).toMatchObject({
    status: "live",
    place: 1,
    slide: { id: "welcome", body: "<p>Body 1 of welcome</p>" },
  });
  await step(console, "slide:go", { slideId: choice });
  await step(console, "prompt:open", { slideId: choice });
  expect((await room.phone(id)).view()).toMatchObject({ place: 2, prompt: { phase: "open", results: null } });
});

test("R21: a step against an older revision is refused, after the view that it missed", async () => {
  const [console, other] = await Promise.all([room.console(ana, id), room.console(ana, id)]);
  const { rev } = console.view();
  await step(console, "session:begin", {});
  await other.until((view) => view.rev === rev + 1);
  const before = other.views.length;
  // As one who had not seen it yet would send it.
  const refusal = outcome(other.send("slide:next", { rev }));
  const seenFirst = refusal.then(() => other.views.slice(before).map((view) => view.rev));
  expect(await refusal).toBe("stale");
  expect(await seenFirst).toEqual([rev + 1]);
  expect(await outcome(other.send("slide:next", { rev: rev + 2 }))).toBe("stale");
  expect((await step(other, "slide:next", {})).step).toBe(1);
});

test("R21: of two consoles that step at the same moment, one wins and the other is told", async () => {
  const [console, other] = await Promise.all([room.console(ana, id), room.console(ana, id)]);
  const { rev } = await step(console, "session:begin", {});
  await other.until((view) => view.rev === rev);
  const outcomes = await Promise.all([
    outcome(console.send("slide:next", { rev })),
    outcome(other.send("slide:next", { rev })),
  ]);
  expect(outcomes.sort()).toEqual(["ok", "stale"]);
  for (const one of [console, other]) expect((await one.until((view) => view.rev === rev + 1)).step).toBe(1);
});

test("R23: who comes back gets what it missed as one view", async () => {
  const console = await room.console(ana, id);
  const phone = await room.phone(id);
  phone.socket.disconnect();
  await step(console, "session:begin", {});
  const { rev } = await step(console, "slide:go", { slideId: choice });
  phone.views.length = 0;
  phone.socket.connect();
  expect(await phone.until((view) => view.rev === rev)).toMatchObject({ slide: { id: "choice" } });
  expect(phone.views).toHaveLength(1);
  // Or asks for it.
  expect(await phone.send("session:view", {})).toMatchObject({ ok: true, data: { audience: "phone", rev } });
});

test("R13: a step that means another prompt, or none, is refused and changes nothing", async () => {
  const console = await room.console(ana, id);
  await step(console, "session:begin", {});
  const { rev } = console.view();
  expect(await outcome(console.send("prompt:open", { rev, slideId: choice }))).toBe("impossible");
  expect(await outcome(console.send("prompt:open", { rev, slideId: slideId.parse("welcome") }))).toBe(
    "impossible",
  );
  expect(await outcome(console.send("slide:go", { rev, slideId: slideId.parse("nowhere") }))).toBe(
    "impossible",
  );
  expect((await room.app.queries.console(ana.actor, id))?.rev).toBe(rev);
});

test("R16: undo over the wire, until there is nothing more", async () => {
  const console = await room.console(ana, id);
  const phone = await room.phone(id);
  await step(console, "session:begin", {});
  await step(console, "slide:next", {});
  expect((await step(console, "step:undo", {})).undo).toBe("move");
  expect(await step(console, "step:undo", {})).toMatchObject({ status: "lobby", undo: null });
  expect((await phone.until((view) => view.rev === console.view().rev)).status).toBe("lobby");
  expect(await outcome(console.send("step:undo", { rev: console.view().rev }))).toBe("nothing_to_undo");
});

test("after the end everybody has the goodbye, and only undo is taken", async () => {
  const console = await room.console(ana, id);
  const [screen, phone] = [await room.screen(id), await room.phone(id)];
  await step(console, "session:begin", {});
  const { rev } = await step(console, "session:end", {});
  expect(await phone.until((view) => view.status === "ended")).toMatchObject({ slide: null, prompt: null });
  expect(await screen.until((view) => view.status === "ended")).toMatchObject({ slide: null, code: null });
  expect(await outcome(console.send("slide:next", { rev }))).toBe("session_ended");
  expect(await outcome(console.send("release:choose", { rev, release: "live" }))).toBe("session_ended");
});

test("R45: a hidden card leaves phone and screen, a pinned one comes first", async () => {
  const open = slideId.parse("open");
  const console = await room.console(ana, id);
  const [screen, ...phones] = await Promise.all([
    room.screen(id),
    room.phone(id),
    room.phone(id),
    room.phone(id),
  ]);
  await step(console, "slide:go", { slideId: open });
  await step(console, "prompt:open", { slideId: open });
  await Promise.all(
    phones.map((phone, n) => phone.answer("open", { kind: "open", text: `Text ${n}`, language: "en" })),
  );
  await step(console, "prompt:close", { slideId: open });
  const shown = await step(console, "results:show", { slideId: open });
  const cards = shown.prompt?.results?.kind === "open" ? shown.prompt.results.cards : [];
  expect(cards.map(({ text }) => text).sort()).toEqual(["Text 0", "Text 1", "Text 2"]);

  const [, second, third] = cards;
  if (!second || !third) throw new Error("no cards");
  await step(console, "card:mark", { slideId: open, cardId: second.id, mark: "hidden" });
  const { rev } = await step(console, "card:mark", { slideId: open, cardId: third.id, mark: "pinned" });
  for (const one of [screen, phones[0] as Phone]) {
    const view = await one.until((seen) => seen.rev === rev);
    const texts =
      view.prompt?.results?.kind === "open" ? view.prompt.results.cards.map(({ text }) => text) : [];
    expect(texts).toHaveLength(2);
    expect(texts[0]).toBe(third.text);
    expect(JSON.stringify(view)).not.toContain(second.text);
  }
  expect(JSON.stringify(console.view())).toContain(second.text);
  const unknown = { slideId: open, cardId: id as unknown as typeof second.id, mark: "hidden" as const };
  expect(await outcome(console.send("card:mark", { rev, ...unknown }))).toBe("not_found");
});
