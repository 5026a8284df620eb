import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { io, type Socket } from "socket.io-client";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cookieOf, type TestApp, testApp } from "@/tests/support/test-app";

const stranger = { kind: "stranger" } as const;
const home = { address: "10.0.0.1" };
const ana = { email: "ana@example.org", name: "Ana", password: "a good enough parent" };

let app: TestApp;
let server: Server;
let site: string;
let sessionId: string;

beforeAll(async () => {
  app = await testApp();
  server = createServer();
  app.attach(server);
  await once(server.listen(0, "127.0.0.1"), "listening");
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const setupToken = new URLSearchParams((await app.firstRunLink())?.split("?")[1]).get("token");
  await app.execute(stranger, "account:create", { setupToken, ...ana }, home);
  const { actor } = await signIn();
  const [attachment] = await app.queries.classes(actor, "en");
  sessionId = randomUUID();
  const ack = await app.execute(actor, "session:start", { id: sessionId, classId: attachment?.id }, home);
  if (!ack.ok) throw new Error(ack.error.message);
});
afterAll(async () => {
  await app.close();
  server.close();
});

async function signIn() {
  const ack = await app.execute(stranger, "sign-in:create", ana, home);
  if (!ack.ok) throw new Error(ack.error.code);
  const cookie = await cookieOf(app, ack.data);
  return { cookie, actor: await app.actorOf(cookie) };
}

function console(cookie: string): Socket {
  return io(site, {
    auth: { as: "console", sessionId },
    extraHeaders: { cookie, origin: site },
    transports: ["websocket"],
    reconnection: false,
    forceNew: true,
  });
}

/** The first of these events that the socket hears. */
function first(socket: Socket, ...events: string[]): Promise<string> {
  return new Promise((resolve) => {
    for (const event of events) socket.once(event, () => resolve(event));
  });
}

test("the console of a sign-in that ends is told and closed, another of the same person stays", async () => {
  const [here, there] = [await signIn(), await signIn()];
  const [ending, staying] = [console(here.cookie), console(there.cookie)];
  await Promise.all([first(ending, "session:changed"), first(staying, "session:changed")]);

  const told = first(ending, "sign-in:ended");
  const closed = first(ending, "disconnect");
  await app.execute(here.actor, "sign-in:end", {}, home);
  expect(await told).toBe("sign-in:ended");
  expect(await closed).toBe("disconnect");
  expect((await staying.emitWithAck("session:view", {})).ok).toBe(true);

  const back = console(here.cookie);
  expect(await first(back, "connect", "connect_error")).toBe("connect_error");

  const gone = first(staying, "disconnect");
  await app.execute(there.actor, "sign-in:end-all", {}, home);
  expect(await gone).toBe("disconnect");
});

test("a foreign page's socket is refused even with the cookie", async () => {
  const { cookie } = await signIn();
  const foreign = io(site, {
    auth: { as: "console", sessionId },
    extraHeaders: { cookie, origin: "http://evil.example" },
    transports: ["websocket"],
    reconnection: false,
    forceNew: true,
  });
  expect(await first(foreign, "connect", "connect_error")).toBe("connect_error");
});
