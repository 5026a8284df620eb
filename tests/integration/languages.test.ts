import { afterAll, beforeAll, expect, test } from "vitest";
import type { Deck } from "@/protocol/classes";
import type { Html } from "@/protocol/kinds/base";
import { outcome, step } from "@/tests/support/client";
import { deckOf, slideOf } from "@/tests/support/decks";
import { openRoom, origin, type Phone, type Room } from "@/tests/support/room";

const choice = slideOf("choice");
const open = slideOf("open");
const html = (text: string) => `<p>${text}</p>` as Html;
const deck: Deck = {
  ...deckOf([choice, open, slideOf("content", "only")]),
  translations: {
    es: {
      title: "Una clase",
      summary: "Breve.",
      handout: html("La hoja"),
      guide: html("La guía"),
      slides: {
        [choice.id]: {
          ...choice,
          title: "La pregunta",
          options: choice.options.map((option) => ({ ...option, text: `Texto de ${option.id}` })),
        },
        [open.id]: { ...open, title: "Escribe" },
      },
    },
  },
};

let room: Room;
beforeAll(async () => {
  room = await openRoom({ deck });
});
afterAll(() => room.close());

async function begun() {
  const ana = await room.facilitator();
  const id = await room.start(ana);
  const console = await room.console(ana, id);
  const crowd = [];
  for (const language of ["es-AR", "en", "fr"]) crowd.push(await room.phone(id, undefined, language));
  await step(console, "session:begin", {});
  return { id, ana, console, crowd: crowd as [Phone, Phone, Phone] };
}

test("R60: each phone has its own language, after every change too, and answers pool by option", async () => {
  const { console, crowd } = await begun();
  const [es, en, fr] = crowd;
  await step(console, "prompt:open", { slideId: choice.id });
  expect((await es.until(({ prompt }) => prompt?.phase === "open")).slide).toMatchObject({
    title: "La pregunta",
    language: "es",
    options: [{ text: "Texto de a" }, {}, {}, {}],
  });
  for (const phone of [en, fr])
    expect((await phone.until(({ prompt }) => prompt?.phase === "open")).slide?.title).toBe(
      "Title of choice",
    );
  for (const phone of crowd) await phone.answer("choice", { kind: "choice", options: ["b"] });
  expect((await step(console, "prompt:close", { slideId: choice.id })).prompt?.results).toMatchObject({
    counts: [0, 3, 0, 0],
  });
  await step(console, "slide:go", { slideId: "only" as never });
  expect((await es.until(({ slide }) => slide?.id === "only")).slide?.language).toBe("en");
});

test("R56: what somebody wrote shows its language on the console and nowhere else", async () => {
  const { console, crowd } = await begun();
  await step(console, "slide:next", {});
  await step(console, "prompt:open", { slideId: open.id });
  const [es, en, fr] = crowd;
  await es.answer("open", { kind: "open", text: "Hola", language: "es" });
  for (const phone of [en, fr]) await phone.answer("open", { kind: "open", text: "Hello", language: "en" });
  await step(console, "prompt:close", { slideId: open.id });
  const { prompt } = await step(console, "results:show", { slideId: open.id });
  const languages =
    prompt?.results?.kind === "open" ? prompt.results.cards.map(({ language }) => language) : [];
  expect(languages.sort()).toEqual(["en", "en", "es"]);
  const seen = await en.until(({ prompt }) => prompt?.results != null);
  expect(JSON.stringify(seen.prompt)).not.toContain('"language":"es"');
});

test("the take-home page comes in the phone's language", async () => {
  const { crowd } = await begun();
  const read = async (phone: Phone) => {
    const ack = await phone.send("handout:read", {});
    return ack.ok ? ack.data : undefined;
  };
  expect(await read(crowd[0])).toEqual({ title: "Una clase", language: "es", handout: "<p>La hoja</p>" });
  expect(await read(crowd[2])).toMatchObject({ language: "en", handout: "<p>The handout</p>" });
});

test("R60: screen and console run in the language that the session was started in", async () => {
  const ana = await room.facilitator();
  const id = crypto.randomUUID();
  const input = { id, classId: room.classId, language: "es" };
  expect(await outcome(room.app.execute(ana.actor, "session:start", input, origin))).toBe("ok");
  const console = await room.console(ana, id as never);
  const view = await step(console, "session:begin", {});
  expect(view).toMatchObject({ title: "Una clase", language: "es", slide: { title: "La pregunta" } });
  expect(view.translations).toEqual([
    { language: "en", missing: [] },
    { language: "es", missing: ["Title of only"] },
  ]);
  const screen = await room.screen(id as never);
  expect(screen.view().slide?.title).toBe("La pregunta");
  const summary = await room.app.queries.summary(ana.actor, id);
  expect(summary).toMatchObject({ title: "Una clase", handout: "<p>La hoja</p>" });
});
