import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type SessionId, slideId } from "@/protocol/ids";
import type { ConsoleView, ScreenView } from "@/protocol/views";
import { type Client, outcome, step } from "@/tests/support/client";
import { type Facilitator, openRoom, type Phone, phones, type Room } from "@/tests/support/room";

let room: Room;
let ana: Facilitator;
let id: SessionId;
let console: Client<ConsoleView>;
let screen: Client<ScreenView>;
const open = slideId.parse("open");
const secretText = (n: number) => ({ kind: "open" as const, text: `Written by ${n}`, language: "en" });

beforeAll(async () => {
  room = await openRoom();
  ana = await room.facilitator();
});
afterAll(() => room.close());
beforeEach(async () => {
  id = await room.start(ana);
  [console, screen] = await Promise.all([room.console(ana, id), room.screen(id)]);
});

const ask = async () => {
  await step(console, "slide:go", { slideId: open });
  await step(console, "prompt:open", { slideId: open });
};
const close = () => step(console, "prompt:close", { slideId: open });
const reopen = () => step(console, "prompt:open", { slideId: open });

async function answerAll(crowd: Phone[], text = (n: number) => `Written by ${n}`): Promise<void> {
  const acks = crowd.map((phone, n) =>
    outcome(phone.answer("open", { kind: "open", text: text(n), language: "en" })),
  );
  expect(await Promise.all(acks)).toEqual(crowd.map(() => "ok"));
}

/** Everything that anybody has heard so far, summaries included. */
async function everythingSaid(crowd: Phone[]): Promise<string> {
  const clients = [console, screen, ...crowd];
  const heard = clients.flatMap((client) => [
    client.payloads("session:changed"),
    client.payloads("responses:counted"),
  ]);
  return JSON.stringify([heard, await room.app.queries.summary(ana.actor, id)]);
}

const cards = (view: ConsoleView) =>
  view.prompt?.results?.kind === "open" ? view.prompt.results.cards.map(({ text }) => text).sort() : [];

test("R31: below the minimum nothing of what was written reaches anybody, in any way", async () => {
  const crowd = await phones(room, id, 4);
  await ask();
  expect(console.view().minimum).toBe(3);
  await answerAll(crowd.slice(0, 2));
  await console.hears("responses:counted", ({ responses }) => responses === 2);
  await close();
  const shown = await step(console, "results:show", { slideId: open });
  expect(shown.prompt).toMatchObject({ responses: 2, waiting: 2, results: null });
  for (const one of [screen, ...crowd])
    expect((await one.until((view) => view.rev === shown.rev)).prompt).toMatchObject({
      results: null,
      heldBack: true,
    });
  await step(console, "session:end", {});
  expect(await everythingSaid(crowd)).not.toContain("Written by");
});

test("R33: while the prompt is open nothing is released, and at closing all of it at once", async () => {
  const crowd = await phones(room, id, 4);
  await ask();
  await answerAll(crowd);
  await console.hears("responses:counted", ({ responses }) => responses === 4);
  expect(await everythingSaid(crowd)).not.toContain("Written by");
  expect(cards(await close())).toEqual([0, 1, 2, 3].map((n) => `Written by ${n}`));
  // Released is not shown: the room waits for its facilitator.
  expect(JSON.stringify(screen.views)).not.toContain("Written by");
  const { rev } = await step(console, "results:show", { slideId: open });
  expect(JSON.stringify(await screen.until((view) => view.rev === rev))).toContain("Written by 3");
});

test("R32: late and changed responses stay back until enough of them have come together", async () => {
  const crowd = await phones(room, id, 7);
  await ask();
  await answerAll(crowd.slice(0, 4));
  const first = cards(await close());
  expect(first).toHaveLength(4);

  // One who is new and one who changed the mind: two would be seen.
  await reopen();
  await answerAll(crowd.slice(3, 5), (n) => `Second thought ${n}`);
  const second = await close();
  expect(cards(second)).toEqual(first);
  expect(second.prompt).toMatchObject({ responses: 5, waiting: 2 });
  expect(await everythingSaid(crowd)).not.toContain("Second thought");

  // A third makes enough.
  await reopen();
  await answerAll(crowd.slice(5, 6), () => "Third thought");
  const third = await close();
  expect(third.prompt).toMatchObject({ responses: 6, waiting: 0 });
  expect(cards(third)).toEqual(
    [
      "Written by 0",
      "Written by 1",
      "Written by 2",
      "Second thought 0",
      "Second thought 1",
      "Third thought",
    ].sort(),
  );
});

test("R32: who changes an answer and changes it back has changed nothing", async () => {
  const crowd = await phones(room, id, 4);
  await ask();
  await answerAll(crowd);
  await close();
  await reopen();
  for (const text of ["Another", "Written by 0"]) await answerAll(crowd.slice(0, 1), () => text);
  expect((await close()).prompt?.waiting).toBe(0);
});

test("R32: who changes an answer back after it was published cannot be seen by comparing with an older result", async () => {
  const crowd = await phones(room, id, 7);
  const change = async (who: Phone[], text: string) => {
    await reopen();
    await answerAll(who, () => text);
    return close();
  };
  await ask();
  await answerAll(crowd, () => "First thought");
  await close();
  const second = cards(await change(crowd.slice(0, 3), "Second thought"));
  expect(second.filter((text) => text === "Second thought")).toHaveLength(3);

  // Two go back to what they said first and one more changes: against the first result that would be two.
  await change(crowd.slice(0, 2), "First thought");
  const third = await change(crowd.slice(3, 4), "Third thought");
  expect(cards(third)).toEqual(second);
  expect(third.prompt?.waiting).toBe(3);

  const fourth = await change(crowd.slice(4, 6), "Third thought");
  expect(cards(fourth).filter((text) => text === "Third thought")).toHaveLength(3);
  expect(cards(fourth).filter((text) => text === "Second thought")).toHaveLength(1);
});

test("R30: eight phones make the minimum five, and it stays when they leave", async () => {
  const crowd = await phones(room, id, 8);
  await ask();
  expect(console.view().minimum).toBe(5);
  await answerAll(crowd.slice(0, 4));
  for (const phone of crowd) phone.close();
  await console.hears("phones:counted", (count) => count.phones === 0);
  expect((await close()).prompt).toMatchObject({ responses: 4, results: null });
  await step(console, "slide:go", { slideId: slideId.parse("words") });
  expect((await step(console, "prompt:open", { slideId: slideId.parse("words") })).minimum).toBe(5);
});

test("R34: live results move while the prompt is open, by at least the minimum at a time", async () => {
  const crowd = await phones(room, id, 7);
  await step(console, "release:choose", { release: "live" });
  expect((await crowd[0]?.until((view) => view.promise.release === "live"))?.promise.release).toBe("live");
  await ask();
  await step(console, "results:show", { slideId: open });
  const published = (responses: number) =>
    console.until((view) => (view.prompt?.results?.responses ?? 0) >= responses);
  for (const phone of crowd.slice(0, 3)) await answerAll([phone], () => "One by one");
  await published(3);
  for (const phone of crowd.slice(3)) await answerAll([phone], () => "One by one");
  await published(6);
  await close();
  await screen.until((view) => view.rev >= console.view().rev);

  for (const { views } of [console, screen]) {
    const sizes = views.map((view) => view.prompt?.results?.responses ?? 0);
    const steps = sizes.slice(1).map((size, n) => size - (sizes[n] ?? 0));
    for (const by of steps) expect(by === 0 || by >= 3).toBe(true);
    expect(Math.max(...sizes)).toBeGreaterThanOrEqual(6);
  }
});

test("R35: live release cannot be chosen once somebody has answered", async () => {
  const [phone] = await phones(room, id, 1);
  await ask();
  await phone?.answer("open", secretText(1));
  expect(await outcome(console.send("release:choose", { rev: console.view().rev, release: "live" }))).toBe(
    "setting_fixed",
  );
  expect(await room.app.queries.console(ana.actor, id)).toMatchObject({
    release: "closing",
    releaseFixed: true,
  });
});

test("R16: undoing the closing takes no release back, and moves none forward", async () => {
  const crowd = await phones(room, id, 4);
  await ask();
  await answerAll(crowd.slice(0, 3));
  const released = cards(await close());
  const back = await step(console, "step:undo", {});
  expect(back.prompt?.phase).toBe("open");
  expect(cards(back)).toEqual(released);
  await answerAll(crowd.slice(3), () => "Alone");
  expect(cards(await close())).toEqual(released);
});

test("R12: moving on closes and releases like closing does", async () => {
  const crowd = await phones(room, id, 3);
  await ask();
  await answerAll(crowd);
  await step(console, "slide:next", {});
  expect(cards(await step(console, "slide:go", { slideId: open }))).toHaveLength(3);
});
