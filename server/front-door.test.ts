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

test("what no page of ours is asked is answered before the pages see it", async () => {
  const seen: (string | undefined)[] = [];
  door.open(
    {
      ...pages,
      handle: (request, response) => {
        seen.push(request.url, String(request.headers["next-action"]));
        response.end();
      },
    },
    async () => true,
  );
  const answered = async (head: string) => {
    const socket = connect(door.port, "127.0.0.1");
    socket.end(`${head}\r\nHost: x\r\nConnection: close\r\n\r\n`);
    const [first] = await once(socket, "data");
    return String(first).split("\r\n")[0];
  };
  expect(await answered("OPTIONS * HTTP/1.1")).toContain(" 400 ");
  expect(await answered("GET http://evil.example/ HTTP/1.1")).toContain(" 400 ");
  for (const path of ["/%", "/j/%ff", "/?code=%e0%a4%a"])
    expect(await answered(`GET ${path} HTTP/1.1`)).toContain(" 400 ");
  for (const path of ["/_next/data/x.json", "/_next/image?url=/icon.svg&w=64&q=1"])
    expect(await answered(`GET ${path} HTTP/1.1`)).toContain(" 404 ");
  for (const tree of ["[", "%", "%5B%22%22%5D", "null"])
    expect(await answered(`GET / HTTP/1.1\r\nNext-Router-State-Tree: ${tree}`)).toContain(" 400 ");
  expect(await answered("TRACE / HTTP/1.1")).toContain(" 405 ");
  expect(await answered("DELETE /classes HTTP/1.1")).toContain(" 405 ");
  expect(await answered("POST / HTTP/1.1\r\nContent-Type: Multipart/form-data; boundary=b")).toContain(
    " 415 ",
  );
  expect(seen).toEqual([]);
  expect(await answered("POST / HTTP/1.1\r\nNext-Action: 06c3e3")).toContain(" 200 ");
  expect(seen).toEqual(["/", "undefined"]);
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
