import { afterAll, beforeAll, expect, test } from "vitest";
import { outcome, step } from "@/tests/support/client";
import { deckOf, slideOf } from "@/tests/support/decks";
import { openRoom, type Phone, phones, type Room } from "@/tests/support/room";

const open = slideOf("open");
const vote = { ...slideOf("choice", "vote"), options: [], correct: [], from: open.id };
const deck = deckOf([open, vote, slideOf("words")]);

let room: Room;
beforeAll(async () => {
  room = await openRoom({ deck });
});
afterAll(() => room.close());

async function withCards(texts = ["Sleep", "Quarrels", "Nights"]) {
  const ana = await room.facilitator();
  const id = await room.start(ana);
  const console = await room.console(ana, id);
  const crowd = await phones(room, id, 3);
  await step(console, "session:begin", {});
  await step(console, "prompt:open", { slideId: open.id });
  for (const [index, phone] of crowd.entries())
    await phone.answer("open", { kind: "open", text: texts[index] ?? "", language: "en" });
  await step(console, "prompt:close", { slideId: open.id });
  await step(console, "results:show", { slideId: open.id });
  const cards = () => {
    const results = console.view().prompt?.results;
    return results?.kind === "open" ? results.cards : [];
  };
  return { id, ana, console, crowd, cards };
}

test("R62: cards are grouped into themes, live on the screen, in the summary, and then voted on", async () => {
  const { id, ana, console, crowd, cards } = await withCards();
  const screen = await room.screen(id);
  await step(console, "theme:add", { slideId: open.id, themeId: "t-nights", name: "Nights" });
  await step(console, "theme:add", { slideId: open.id, themeId: "t-rows", name: "Rows" });
  for (const { id: cardId, text } of cards()) {
    const themeId = text === "Quarrels" ? "t-rows" : "t-nights";
    await step(console, "card:group", { slideId: open.id, cardId, themeId });
  }
  await step(console, "theme:rename", { slideId: open.id, themeId: "t-rows", name: "Quarrels" });
  const grouped = await screen.until(({ prompt }) => {
    const results = prompt?.results;
    return results?.kind === "open" && results.themes.some(({ name }) => name === "Quarrels");
  });
  const results = grouped.prompt?.results;
  const themes = results?.kind === "open" ? results.cards.map(({ text, theme }) => `${text} ${theme}`) : [];
  expect(themes.sort()).toEqual(["Nights t-nights", "Quarrels t-rows", "Sleep t-nights"]);

  await step(console, "slide:next", {});
  await step(console, "prompt:open", { slideId: vote.id });
  const options = (await crowd[0]?.until(({ prompt }) => prompt?.phase === "open"))?.slide;
  expect(options).toMatchObject({ options: [{ text: "Nights" }, { text: "Quarrels" }] });
  for (const phone of crowd)
    expect(await outcome(phone.answer("vote", { kind: "choice", options: ["t-rows"] }))).toBe("ok");
  const [first] = crowd as [Phone, ...Phone[]];
  expect(await outcome(first.answer("vote", { kind: "choice", options: ["t-none"] }))).toBe("invalid");
  expect((await step(console, "prompt:close", { slideId: vote.id })).prompt?.results).toMatchObject({
    counts: [0, 3],
  });
  const summary = await room.app.queries.summary(ana.actor, id);
  expect(summary?.prompts[0]?.results).toMatchObject({ themes: [{ name: "Nights" }, { name: "Quarrels" }] });
  expect(summary?.prompts[1]?.slide).toMatchObject({ options: [{ text: "Nights" }, { text: "Quarrels" }] });
});

test("R48: a rough card waits, a look lets it go or hides it, and approve-first holds every card", async () => {
  const { id, console, cards } = await withCards(["He is an asshole", "He is tired", "I am tired"]);
  const screen = await room.screen(id);
  const onScreen = () => {
    const results = screen.view().prompt?.results;
    return results?.kind === "open" ? results.cards.length : -1;
  };
  expect(cards().filter(({ held }) => held)).toHaveLength(1);
  expect(onScreen()).toBe(2);
  const rough = cards().find(({ held }) => held);
  await step(console, "card:mark", { slideId: open.id, cardId: rough?.id as never, mark: "approved" });
  await screen.until(() => onScreen() === 3);
  await step(console, "settings:choose", { settings: { filter: true, approve: true, questions: "shown" } });
  await screen.until(() => onScreen() === 1);
  expect(cards().filter(({ held }) => held)).toHaveLength(2);
});

test("R48, R50: a word can be taken off the cloud, and what marks it is forgotten with the texts", async () => {
  const { id, console, crowd } = await withCards();
  const screen = await room.screen(id);
  await step(console, "slide:go", { slideId: "words" as never });
  await step(console, "prompt:open", { slideId: "words" as never });
  for (const phone of crowd) await phone.answer("words", { kind: "words", words: ["Marmalade"] });
  await step(console, "prompt:close", { slideId: "words" as never });
  await step(console, "results:show", { slideId: "words" as never });
  await screen.until(({ prompt }) => JSON.stringify(prompt).includes("Marmalade"));
  await step(console, "word:mark", { slideId: "words" as never, word: "marmalade", mark: "hidden" });
  await screen.until(
    ({ prompt }) => prompt?.results != null && !JSON.stringify(prompt).includes("Marmalade"),
  );
  expect(JSON.stringify(console.view().prompt)).toContain("Marmalade");

  await step(console, "session:end", {});
  room.app.clock.time += 91 * 24 * 60 * 60_000;
  await room.app.execute({ kind: "system" }, "text:delete", { sessionId: id }, { address: "" });
  const [row] = await room.app.sql`select state::text as state from sessions where id = ${id}`;
  expect(String(row?.state).toLowerCase()).not.toContain("marmalade");
});

test("R51: the record of a session writes itself", async () => {
  const { id, ana, console } = await withCards();
  room.app.clock.time += 6 * 60_000;
  await step(console, "slide:go", { slideId: "words" as never });
  room.app.clock.time += 3 * 60_000;
  expect(console.view().outline.map(({ spent }) => spent > 0)).toEqual([true, false, false]);
  await step(console, "session:end", {});
  const summary = await room.app.queries.summary(ana.actor, id);
  expect(summary?.record).toMatchObject([
    { title: "Title of open", planned: 2, answered: 1 },
    { title: "Title of vote", spent: 0, answered: null },
    { title: "Title of words", spent: 3, answered: null },
  ]);
  expect(summary?.record[0]?.spent).toBeCloseTo(6, 0);
});

test("only a word that was published can be marked: nothing else grows the state", async () => {
  const { console } = await withCards();
  const slideId = "words" as never;
  const { rev } = console.view();
  expect(await outcome(console.send("word:mark", { rev, slideId, word: "nobody", mark: "hidden" }))).toBe(
    "not_found",
  );
});

test("R50: the names of themes go with the texts, and the vote on them stays", async () => {
  const { id, ana, console, crowd } = await withCards();
  await step(console, "theme:add", { slideId: open.id, themeId: "t-nights", name: "Nights" });
  await step(console, "theme:add", { slideId: open.id, themeId: "t-rows", name: "Rows" });
  await step(console, "slide:next", {});
  await step(console, "prompt:open", { slideId: vote.id });
  await step(console, "slide:back", {});
  await step(console, "theme:add", { slideId: open.id, themeId: "t-quote", name: "He hits me" });
  await step(console, "slide:next", {});
  await step(console, "prompt:open", { slideId: vote.id });
  for (const phone of crowd) await phone.answer("vote", { kind: "choice", options: ["t-rows"] });
  await step(console, "session:end", {});
  room.app.clock.time += 91 * 24 * 60 * 60_000;
  await room.app.execute({ kind: "system" }, "text:delete", { sessionId: id }, { address: "" });
  const [row] = await room.app.sql`select state::text as state from sessions where id = ${id}`;
  expect(row?.state).not.toContain("He hits me");
  const summary = await room.app.queries.summary(ana.actor, id);
  expect(summary?.prompts[1]).toMatchObject({
    slide: { options: [{ text: "Nights" }, { text: "Rows" }] },
    results: { counts: [0, 3] },
  });
});
