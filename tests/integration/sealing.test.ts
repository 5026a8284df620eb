import { afterAll, beforeAll, expect, test } from "vitest";
import { slideId } from "@/protocol/ids";
import { outcome, step } from "@/tests/support/client";
import { type Facilitator, openRoom, origin, phones, type Room } from "@/tests/support/room";

let room: Room;
let ana: Facilitator;
const choice = slideId.parse("choice");
const open = slideId.parse("open");
const hour = 60 * 60 * 1000;

beforeAll(async () => {
  room = await openRoom();
  ana = await room.facilitator();
});
afterAll(() => room.close());

test("R67: an hour after the end nothing marks who came late or changed an answer, and results stay as they were", async () => {
  const id = await room.start(ana);
  const console = await room.console(ana, id);
  const crowd = await phones(room, id, 6);
  const picks = (option: string) => ({ kind: "choice" as const, options: [option] });
  const text = (written: string) => ({ kind: "open" as const, text: written, language: "en" });

  await step(console, "slide:go", { slideId: choice });
  await step(console, "prompt:open", { slideId: choice });
  for (const phone of crowd.slice(0, 3)) await phone.answer("choice", picks("a"));
  await step(console, "prompt:close", { slideId: choice });
  // Three change what was published, which a release publishes again; the last two come late and wait.
  for (const phone of crowd.slice(0, 3)) await phone.answer("choice", picks("b"));
  await console.until(
    (view) => view.prompt?.results?.kind === "choice" && view.prompt.results.counts[1] === 3,
  );
  for (const phone of crowd.slice(4)) await phone.answer("choice", picks("c"));
  await step(console, "slide:go", { slideId: open });
  await step(console, "prompt:open", { slideId: open });
  for (const [n, phone] of crowd.slice(0, 3).entries()) await phone.answer("open", text(`Published ${n}`));
  await step(console, "prompt:close", { slideId: open });
  await crowd[0]?.answer("open", text("Changed, and never published"));
  await crowd[5]?.answer("open", text("Late, and never published"));
  await step(console, "session:end", {});

  const rows = () => room.app.sql<{ value: unknown; released: unknown; revised: boolean; written: string }[]>`
    select value, released, revised, xmin::text as written from responses where session_id = ${id}`;
  const summary = async () => {
    const found = await room.app.queries.summary(ana.actor, id);
    return found?.prompts.map(({ slide, responses, results }) => ({ id: slide.id, responses, results }));
  };
  const seal = () => room.app.execute({ kind: "system" }, "session:seal", { sessionId: id }, origin);
  const before = await summary();
  expect((await rows()).some(({ revised }) => revised)).toBe(true);

  // Until then the end can be undone.
  room.app.clock.time += hour - 1;
  await seal();
  expect(console.view().undo).toBe("end");
  expect((await rows()).some(({ revised }) => revised)).toBe(true);

  room.app.clock.time += 1;
  await seal();
  const sealed = await rows();
  expect(await summary()).toEqual(before);
  expect(sealed.some(({ revised }) => revised)).toBe(false);
  expect(new Set(sealed.map(({ written }) => written)).size).toBe(1);
  for (const { value, released } of sealed) {
    const isText = (value as { kind: string }).kind === "open";
    expect(released).toEqual(isText ? value : null);
  }
  expect(JSON.stringify(sealed)).not.toContain("never published");
  expect((await console.until((view) => view.undo === null)).status).toBe("ended");
  expect(await outcome(console.send("step:undo", { rev: console.view().rev }))).toBe("nothing_to_undo");

  // Once is enough, and what a parent takes back afterwards is still taken back.
  await seal();
  const token = crowd[0]?.token("choice") ?? "";
  const of = { kind: "response" as const, promptId: "choice" as never };
  expect(
    (await room.app.execute({ kind: "stranger" }, "own:delete", { sessionId: id, token, of }, origin)).ok,
  ).toBe(true);
  expect(await rows()).toHaveLength(sealed.length - 1);
});

test("R67: what is taken back from a sealed session with live release publishes nothing anew", async () => {
  const id = await room.start(ana);
  const console = await room.console(ana, id);
  const crowd = await phones(room, id, 6);
  await step(console, "release:choose", { release: "live" });
  await step(console, "slide:go", { slideId: choice });
  await step(console, "prompt:open", { slideId: choice });
  for (const phone of crowd) await phone.answer("choice", { kind: "choice", options: ["a"] });
  await step(console, "prompt:close", { slideId: choice });
  await step(console, "slide:go", { slideId: open });
  await step(console, "prompt:open", { slideId: open });
  for (const [n, phone] of crowd.entries())
    await phone.answer("open", { kind: "open", text: `Published ${n}`, language: "en" });
  await step(console, "prompt:close", { slideId: open });
  await step(console, "session:end", {});
  room.app.clock.time += hour;
  await room.app.execute({ kind: "system" }, "session:seal", { sessionId: id }, origin);

  // One that has heard no count from before.
  const late = await room.console(ana, id);
  const published = () => room.app.sql<{ published: unknown }[]>`
    select published from tallies where session_id = ${id} and prompt_id = 'choice'`;
  const before = await published();
  expect(before).toMatchObject([{ published: { responses: 6 } }]);
  for (const prompt of ["choice", "open"]) {
    const of = { kind: "response" as const, promptId: prompt as never };
    const token = crowd[0]?.token(prompt) ?? "";
    const ack = await room.app.execute(
      { kind: "stranger" },
      "own:delete",
      { sessionId: id, token, of },
      origin,
    );
    expect(ack.ok).toBe(true);
  }
  // A release is tried before the count is told.
  await late.hears(
    "responses:counted",
    ({ promptId, responses }) => promptId === "choice" && responses === 5,
  );
  await late.hears("responses:counted", ({ promptId, responses }) => promptId === "open" && responses === 5);
  const view = await late.until(
    ({ prompt }) => prompt?.results?.kind === "open" && prompt.results.cards.length === 5,
  );
  expect(view.prompt?.waiting).toBe(0);
  expect(await published()).toEqual(before);
});
