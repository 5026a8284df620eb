import { randomUUID } from "node:crypto";
import { encode } from "next-auth/jwt";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type EventName, events } from "@/protocol/events";
import { type SessionId, slideId } from "@/protocol/ids";
import { signTicket } from "@/server/auth/links";
import { type Client, connect, step } from "@/tests/support/client";
import { type Facilitator, openRoom, origin, type Room } from "@/tests/support/room";

let room: Room;
let ana: Facilitator;
let id: SessionId;
const choice = slideId.parse("choice");
const attendance = "a".repeat(64);

beforeAll(async () => {
  room = await openRoom();
  ana = await room.facilitator();
  id = await room.start(ana);
});
afterAll(() => room.close());

test("every event reaches exactly its audiences, in its own session alone, and says exactly what its schema names", async () => {
  const place = await openRoom();
  const [owner, other] = await Promise.all([place.facilitator(), place.facilitator()]);
  const [here, elsewhere] = await Promise.all([place.start(owner), place.start(other)]);
  const audience = {
    phone: await place.phone(here),
    screen: await place.screen(here),
    console: await place.console(owner, here),
  };
  const strangers = [
    await place.phone(elsewhere),
    await place.screen(elsewhere),
    await place.console(other, elsewhere),
  ];

  // Through all of it: a class, a facilitator who goes and comes, a sign-out, and the end of the server.
  const { console, phone } = audience;
  await step(console, "session:begin", {});
  await step(console, "slide:go", { slideId: choice });
  await step(console, "prompt:open", { slideId: choice });
  await phone.answer("choice", { kind: "choice", options: ["a"] });
  await console.hears("responses:counted");
  await phone.send("pulse:send", { token: phone.token("pulse"), signal: "slow-down" });
  await console.hears("pulse:changed", ({ signals }) => signals === 1);
  await Promise.all([phone, console, audience.screen].map((one) => one.hears("questions:changed")));
  await console.hears("phones:counted");
  await step(console, "prompt:close", { slideId: choice });
  await step(console, "results:show", { slideId: choice });
  await step(console, "session:end", {});
  await place.app.execute(owner.actor, "sign-in:end", {}, origin);
  await phone.hears("facilitator:changed", ({ here }) => !here);
  const stopped = [phone, audience.screen].map((one) => one.hears("server:stopping"));
  await place.close();
  await Promise.all(stopped);

  // Written out again here, so that a loosened table does not pass unseen.
  const expected: Record<keyof typeof audience, EventName[]> = {
    phone: ["facilitator:changed", "questions:changed", "server:stopping", "session:changed"],
    screen: [
      "facilitator:changed",
      "phones:counted",
      "questions:changed",
      "responses:counted",
      "server:stopping",
      "session:changed",
    ],
    console: [
      "phones:counted",
      "pulse:changed",
      "questions:changed",
      "responses:counted",
      "session:changed",
      "sign-in:ended",
    ],
  };
  for (const [kind, client] of Object.entries(audience) as [keyof typeof audience, Client][]) {
    expect({ [kind]: [...new Set(client.heard())].sort() }).toEqual({ [kind]: expected[kind] });
    for (const name of Object.keys(events) as EventName[])
      for (const payload of client.payloads(name)) {
        expect(events[name].to as readonly string[]).toContain(kind);
        expect(events[name].payload.parse(payload)).toEqual(payload);
        if (name === "session:changed") expect(payload).toMatchObject({ audience: kind });
      }
  }
  // Next door there were one phone, one screen and one console, and nothing happened.
  for (const client of strangers) {
    expect(client.views).toHaveLength(1);
    for (const name of ["responses:counted", "sign-in:ended"] as const)
      expect(client.heard()).not.toContain(name);
    for (const { signals } of client.payloads("pulse:changed")) expect(signals).toBe(0);
    for (const { phones, screens } of client.payloads("phones:counted"))
      expect(phones + screens).toBeLessThanOrEqual(2);
  }
});

/** What becomes of a handshake: `in`, or the code of its refusal. */
async function knock(
  auth: unknown,
  headers: Record<string, string> = { origin: room.site },
): Promise<string[]> {
  const outcomes: string[] = [];
  for (const transport of ["websocket", "polling"] as const)
    outcomes.push(
      await connect(room.site, auth as Record<string, unknown>, headers, transport).then(
        (client) => {
          client.close();
          return "in";
        },
        (error: Error) => error.message,
      ),
    );
  return outcomes;
}
const both = (outcome: string) => [outcome, outcome];
const ours = (cookie: string) => ({ origin: room.site, cookie });
const ticketOf = (at = room.app.clock.time) => signTicket(room.app.parts.secrets, id, at);

test("who brings what is needed comes in, by WebSocket and by polling", async () => {
  expect(await knock({ as: "phone", ticket: ticketOf(), attendance })).toEqual(both("in"));
  expect(await knock({ as: "console", sessionId: id }, ours(ana.cookie))).toEqual(both("in"));
});

test("a stranger is no console, and neither is a facilitator at somebody else's session", async () => {
  expect(await knock({ as: "console", sessionId: id })).toEqual(both("signed_out"));
  const bea = await room.facilitator();
  expect(await knock({ as: "console", sessionId: id }, ours(bea.cookie))).toEqual(both("not_found"));
  expect(await knock({ as: "console", sessionId: randomUUID() }, ours(ana.cookie))).toEqual(
    both("not_found"),
  );
});

test("a cookie that this server did not make, or whose sign-in has ended, proves nothing", async () => {
  const { facilitatorId, signInId } = ana.actor;
  const forged = await encode({ token: { facilitatorId, signInId }, secret: "another secret" });
  const invented = await encode({
    token: { facilitatorId, signInId: randomUUID() },
    secret: room.app.authSecret,
  });
  const eve = await room.facilitator();
  const mixed = await encode({
    token: { facilitatorId, signInId: eve.actor.signInId },
    secret: room.app.authSecret,
  });
  for (const token of [forged, invented, mixed, "rubbish"])
    expect(await knock({ as: "console", sessionId: id }, ours(`next-auth.session-token=${token}`))).toEqual(
      both("signed_out"),
    );
  await room.app.execute(eve.actor, "sign-in:end", {}, origin);
  expect(await knock({ as: "console", sessionId: id }, ours(eve.cookie))).toEqual(both("signed_out"));
});

test("a ticket is refused when it is made up, old, for another purpose or of another server", async () => {
  const hour = 60 * 60 * 1000;
  const [, body, signature] = ticketOf().split(".");
  const another = Buffer.from(`${randomUUID()} ${room.app.clock.time + hour}`).toString("base64url");
  const screenKey = (await room.app.queries.console(ana.actor, id))?.screenPath.split("key=")[1];
  const tickets = [
    "",
    id,
    `v1.${body}.`,
    `v1.${another}.${signature}`,
    screenKey,
    ticketOf(room.app.clock.time - 25 * hour),
    signTicket({ sign: Buffer.from("another server") }, id, room.app.clock.time),
  ];
  for (const ticket of tickets)
    expect(await knock({ as: "phone", ticket, attendance })).toEqual(both("code_unknown"));
});

test("a screen's key is refused when it is made up or is a phone's ticket", async () => {
  for (const key of ["", id, ticketOf()])
    expect(await knock({ as: "screen", key })).toEqual(both("not_allowed"));
});

test("a handshake that claims nothing sensible is refused", async () => {
  const claims = [
    {},
    { as: "facilitator" },
    { as: "system" },
    { as: "console", sessionId: "1" },
    { as: "phone", ticket: ticketOf() },
    { as: "phone", ticket: ticketOf(), attendance: "short" },
    { as: "phone", ticket: { toString: "x" }, attendance },
  ];
  for (const claim of claims) expect(await knock(claim)).toEqual(both("invalid"));
});

test("a foreign page gets no socket, whatever it carries", async () => {
  const foreign = { origin: "http://evil.example", cookie: ana.cookie };
  expect(await knock({ as: "console", sessionId: id }, foreign)).toEqual(both("no_handshake"));
  expect(await knock({ as: "phone", ticket: ticketOf(), attendance }, foreign)).toEqual(both("no_handshake"));
});
