import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { SessionId } from "@/protocol/ids";
import { createApp } from "@/server/create-app";
import { connect, step } from "@/tests/support/client";
import { type Facilitator, openRoom, origin, phones, type Room } from "@/tests/support/room";
import { until } from "@/tests/support/until";

let room: Room;
let ana: Facilitator;
let id: SessionId;

beforeAll(async () => {
  room = await openRoom({ env: { ATTUNE_MAX_PHONES: "3" } });
  ana = await room.facilitator();
});
afterAll(() => room.close());
beforeEach(async () => {
  id = await room.start(ana);
});

test("console and screen hear how many phones and screens are here, phones do not", async () => {
  const [console, screen] = await Promise.all([room.console(ana, id), room.screen(id)]);
  const [first, second] = await phones(room, id, 2);
  for (const one of [console, screen])
    expect(await one.hears("phones:counted", (count) => count.phones === 2)).toEqual({
      phones: 2,
      screens: 1,
    });
  first?.close();
  await console.hears("phones:counted", (count) => count.phones === 1);
  expect(second?.heard()).not.toContain("phones:counted");
});

test("a phone with two sockets is one phone, here and in what remains", async () => {
  const console = await room.console(ana, id);
  const secret = randomBytes(32);
  const [page] = await Promise.all([room.phone(id, secret), room.phone(id, secret)]);
  const other = await room.phone(id);
  await console.hears("phones:counted", (count) => count.phones === 2);
  page?.close();
  other.close();
  // The second socket of the first phone is still here.
  await until(() => console.payloads("phones:counted").at(-1)?.phones === 1);
  expect(console.payloads("phones:counted").every((count) => count.phones <= 2)).toBe(true);
  await until(async () => (await room.app.queries.summary(ana.actor, id))?.phones === 2);
  expect((await room.app.queries.sessions(ana.actor)).find((card) => card.id === id)?.phones).toBe(2);
});

test("phone and screen hear when the facilitator comes and goes, of the first console and the last alone", async () => {
  const [phone, screen] = await Promise.all([room.phone(id), room.screen(id)]);
  const first = await room.console(ana, id);
  const second = await room.console(ana, id);
  await phone.hears("facilitator:changed", ({ here }) => here);
  first.close();
  await until(() => !first.socket.connected);
  second.close();
  for (const one of [phone, screen]) {
    await one.hears("facilitator:changed", ({ here }) => !here);
    expect(one.payloads("facilitator:changed")).toEqual([{ here: true }, { here: false }]);
  }
  const late = await room.phone(id);
  expect(late.view().facilitatorHere).toBe(false);
});

test("a full session takes no further phone, but takes back one that is here", async () => {
  const secret = randomBytes(32);
  await Promise.all([room.phone(id, secret), ...[1, 2].map(() => room.phone(id))]);
  await expect(room.phone(id)).rejects.toThrow("session_full");
  expect(await room.app.queries.join(await room.codeOf(id), origin, "en")).toEqual({ outcome: "full" });
  expect((await room.phone(id, secret)).view().audience).toBe("phone");
  // Another session is not full.
  expect((await room.phone(await room.start(ana))).view().audience).toBe("phone");
});

test.each(["websocket", "polling"] as const)("a server that stops takes nobody back by %s", async (way) => {
  const stopping = await createApp(room.app.parts);
  const server = createServer();
  stopping.attach(server);
  await once(server.listen(0, "127.0.0.1"), "listening");
  const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const knock = () =>
    connect(site, { as: "console", sessionId: id }, { origin: site, cookie: ana.cookie }, way);
  (await knock()).close();
  await stopping.close();
  // The HTTP server still answers, as it does over a connection that a browser kept.
  await expect(knock()).rejects.toThrow("no_handshake");
  server.close();
});

test("when the server stops on purpose everybody is told before the line goes", async () => {
  const short = await openRoom();
  const owner = await short.facilitator();
  const session = await short.start(owner);
  const everybody = await Promise.all([
    short.console(owner, session),
    short.screen(session),
    short.phone(session),
  ]);
  const [console] = everybody;
  await step(console, "session:begin", {});
  const told = everybody.map((one) => one.hears("server:stopping"));
  await short.close();
  await Promise.all(told);
});
