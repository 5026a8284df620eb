import { afterAll, beforeAll, expect, test } from "vitest";
import type { ResponseOf } from "@/protocol/kinds";
import { outcome, step } from "@/tests/support/client";
import { deckOf, slideOf } from "@/tests/support/decks";
import { openRoom, type Phone, phones, type Room } from "@/tests/support/room";

const choice = slideOf("choice");
const deck = deckOf([
  { ...choice, rounds: 2 },
  { ...slideOf("content", "later"), recall: choice.id },
]);
const picks = (id: string): ResponseOf<"choice"> => ({ kind: "choice", options: [id] });

let room: Room;
beforeAll(async () => {
  room = await openRoom({ deck });
});
afterAll(() => room.close());

async function begun() {
  const ana = await room.facilitator();
  const id = await room.start(ana);
  const console = await room.console(ana, id);
  const crowd = await phones(room, id, 3);
  await step(console, "session:begin", {});
  return { id, console, crowd };
}

const all = async (crowd: Phone[], prompt: string, option: string) => {
  for (const phone of crowd) expect(await outcome(phone.answer(prompt, picks(option)))).toBe("ok");
};

test("R63: the second round takes new answers, and the first round's stand beside them on every page", async () => {
  const { id, console, crowd } = await begun();
  const screen = await room.screen(id);
  await step(console, "prompt:open", { slideId: choice.id });
  await all(crowd, "choice", "a");
  await step(console, "prompt:close", { slideId: choice.id });
  const shown = await step(console, "results:show", { slideId: choice.id });
  expect(shown).toMatchObject({ nextAction: "again", prompt: { again: true, round: 1 } });
  // R46: the right answer waits for the second round.
  expect((await screen.until(({ prompt }) => prompt?.results != null)).slide).toMatchObject({ correct: [] });

  await step(console, "prompt:again", { slideId: choice.id });
  const [first] = crowd as [Phone, ...Phone[]];
  expect((await first.until(({ prompt }) => prompt?.round === 2)).prompt).toMatchObject({
    id: "choice.2",
    phase: "open",
    results: null,
    earlier: null,
  });
  // What was on its way for the first round is too late, and does not count for the second.
  expect(await outcome(first.answer("choice", picks("d")))).toBe("prompt_not_open");
  await all(crowd, "choice.2", "c");
  await console.hears(
    "responses:counted",
    ({ promptId, responses }) => promptId === "choice.2" && responses === 3,
  );
  await step(console, "prompt:close", { slideId: choice.id });
  await step(console, "results:show", { slideId: choice.id });
  for (const page of [first, screen]) {
    const view = await page.until(({ prompt }) => prompt?.round === 2 && prompt.results !== null);
    expect(view.prompt).toMatchObject({
      results: { responses: 3, counts: [0, 0, 3, 0] },
      earlier: { responses: 3, counts: [3, 0, 0, 0] },
    });
    expect(view.slide).toMatchObject({ correct: ["c"] });
  }
  expect(console.view().nextAction).toBe("next");
});

test("R61: a later slide shows the released results again, and nothing when there are none", async () => {
  const { console, crowd } = await begun();
  const [first] = crowd as [Phone, ...Phone[]];
  await step(console, "slide:next", {});
  expect((await first.until(({ recalled }) => recalled !== null)).recalled).toMatchObject({ results: null });
  await step(console, "slide:back", {});
  await step(console, "prompt:open", { slideId: choice.id });
  await all(crowd, "choice", "b");
  await step(console, "slide:next", {});
  const view = await first.until(({ recalled }) => recalled?.results != null);
  expect(view.recalled).toMatchObject({ slide: { id: "choice" }, results: { counts: [0, 3, 0, 0] } });
});

test("R38, R47: counted hands are in the tally, and never help phones over the guard", async () => {
  const { id, console, crowd } = await begun();
  const slideId = choice.id;
  await step(console, "prompt:open", { slideId });
  const [one, two, three] = crowd as [Phone, Phone, Phone];
  const hands = { kind: "choice" as const, voices: 4, counts: [4, 0, 0, 0] };
  const ack = console.send("hands:set", {
    rev: console.view().rev,
    slideId,
    hands: { ...hands, counts: [9, 0, 0, 0] },
  });
  expect(await outcome(ack)).toBe("invalid");
  expect((await step(console, "hands:set", { slideId, hands })).prompt).toMatchObject({
    hands,
    responses: 4,
  });
  for (const phone of [one, two]) await phone.answer("choice", picks("b"));
  // Six voices, of which two are phones: what was raised is known to all, so it would show the two.
  expect((await step(console, "prompt:close", { slideId })).prompt).toMatchObject({
    results: null,
    responses: 6,
  });
  await step(console, "prompt:open", { slideId });
  await three.answer("choice", picks("b"));
  expect((await step(console, "prompt:close", { slideId })).prompt?.results).toMatchObject({
    responses: 7,
    counts: [4, 3, 0, 0],
  });
  const fewer = { ...hands, voices: 2, counts: [1, 1, 0, 0] };
  expect((await step(console, "hands:set", { slideId, hands: fewer })).prompt?.results).toMatchObject({
    responses: 5,
    counts: [1, 4, 0, 0],
  });
  expect((await step(console, "hands:set", { slideId, hands: null })).prompt).toMatchObject({
    hands: null,
    results: { responses: 3, counts: [0, 3, 0, 0] },
  });
  const stored = await room.app.sql`select by_hand from responses where session_id = ${id}`;
  expect(stored.every((row) => row.by_hand === false)).toBe(true);
});
