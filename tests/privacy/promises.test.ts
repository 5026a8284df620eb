import { afterAll, beforeAll, expect, test } from "vitest";
import en from "@/app/_messages/en.json";
import es from "@/app/_messages/es.json";
import { step } from "@/tests/support/client";
import { type Facilitator, openRoom, origin, type Room } from "@/tests/support/room";

let room: Room;
let ana: Facilitator;
const day = 24 * 60 * 60 * 1000;

beforeAll(async () => {
  room = await openRoom({ env: { ATTUNE_TEXT_DAYS: "30" } });
  ana = await room.facilitator();
});
afterAll(() => room.close());

test("a phone is promised what its own session has set, whatever the server is set to by now, and that is what is done", async () => {
  const id = await room.start(ana);
  const console = await room.console(ana, id);
  room.app.parts.config.textDays = 365;
  const later = await room.start(ana);

  const promised = async (session: typeof id) => {
    const joined = await room.app.queries.join(await room.codeOf(session), origin, "en");
    const phone = await room.phone(session);
    expect(joined).toMatchObject({ outcome: "in", view: { promise: phone.view().promise } });
    phone.close();
    return phone.view().promise;
  };
  expect(await promised(id)).toEqual({ release: "closing", textDays: 30 });
  expect(await promised(later)).toEqual({ release: "closing", textDays: 365 });
  await step(console, "release:choose", { release: "live" });
  expect(await promised(id)).toEqual({ release: "live", textDays: 30 });

  await step(console, "session:begin", {});
  await step(console, "session:end", {});
  const forget = () => room.app.execute({ kind: "system" }, "text:delete", { sessionId: id }, origin);
  const forgotten = async () => {
    const [row] = await room.app
      .sql`select text_deleted_at is not null as done from sessions where id = ${id}`;
    return row?.done;
  };
  room.app.clock.time += 29 * day;
  await forget();
  expect(await forgotten()).toBe(false);
  room.app.clock.time += 1 * day;
  await forget();
  expect(await forgotten()).toBe(true);
});

/** Every message by its path. */
function messagesOf(messages: object, path = ""): [string, string][] {
  return Object.entries(messages).flatMap(([name, message]) =>
    typeof message === "string"
      ? [[path + name, message] as [string, string]]
      : messagesOf(message, `${path}${name}.`),
  );
}

test.each([
  ["en", en, /\d+ days?\b|who said what/i],
  ["es", es, /\d+ días?\b|quién (ha dicho|dijo) qué/i],
] as const)("what depends on a setting is promised by no other message, in %s", (_, messages, words) => {
  const promising = messagesOf(messages).filter(([, message]) => words.test(message));
  expect(promising.map(([path]) => path).filter((path) => !path.startsWith("phone.promise"))).toEqual([]);
  // Days come from the session, never from the sentence.
  for (const [, message] of messagesOf(messages).filter(([path]) => path.startsWith("phone.promise")))
    expect(message).toMatch(/\{days, plural,/);
});
