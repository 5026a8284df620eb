import { once } from "node:events";
import { connect } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { parseConfig } from "@/server/env";
import { type FrontDoor, openFrontDoor } from "@/server/front-door";
import type { Pages } from "@/server/pages";

const pages: Pages = { handle: (_request, response) => response.end("a page"), close: async () => undefined };
let door: FrontDoor;
let open = true;

beforeEach(async () => {
  door = await openFrontDoor(parseConfig({ PORT: "0", HOST: "127.0.0.1" }));
  open = true;
});
afterEach(async () => {
  if (open) await close();
});

async function close() {
  open = false;
  door.stopAccepting();
  await door.hangUp();
}

const ask = (path: string) => fetch(`http://127.0.0.1:${door.port}${path}`);

async function upgrade(path = "/socket.io/") {
  const socket = connect(door.port, "127.0.0.1");
  await once(socket, "connect");
  socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`);
  return socket;
}

test("while it starts, it lives, is not ready, and brings visitors back by itself", async () => {
  expect((await ask("/healthz")).status).toBe(200);
  expect((await ask("/readyz")).status).toBe(503);
  const early = await ask("/j/12345678");
  expect(early.status).toBe(503);
  expect(await early.text()).toContain('http-equiv="refresh"');
});

test("while it starts, a socket is turned away at once", async () => {
  await once(await upgrade(), "close");
});

test("once open, the pages answer, and readiness is the database's", async () => {
  let alive = true;
  door.open(pages, async () => alive);
  expect(await (await ask("/")).text()).toBe("a page");
  expect((await ask("/readyz")).status).toBe(200);
  alive = false;
  expect((await ask("/readyz")).status).toBe(503);
  expect((await ask("/healthz")).status).toBe(200);
});

test("a socket that stays open does not keep the door from closing", async () => {
  door.open(pages, async () => true);
  const accepted = once(door.server, "upgrade");
  const socket = await upgrade();
  await accepted;
  const gone = once(socket, "close");
  await close();
  await gone;
});

test("an upgrade that nobody takes is turned away at once", async () => {
  door.open(pages, async () => true);
  for (const path of ["/", "/j/12345678", "/_next/webpack-hmr", "/socket.iox/", "//socket.io/"])
    await once(await upgrade(path), "close");
});

test("pages with hot reload get their own upgrades, and no others", async () => {
  door.open({ ...pages, upgradesAt: "/_next/" }, async () => true);
  const accepted = once(door.server, "upgrade");
  const socket = await upgrade("/_next/webpack-hmr");
  const [, taken] = await accepted;
  expect(taken.destroyed).toBe(false);
  socket.destroy();
  await once(await upgrade("/"), "close");
});

test("a port that is taken is said", async () => {
  await expect(openFrontDoor(parseConfig({ PORT: String(door.port), HOST: "127.0.0.1" }))).rejects.toThrow(
    `Port ${door.port} is taken by another program`,
  );
});
