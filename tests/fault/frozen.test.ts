import { once } from "node:events";
import { createServer, type Server as HttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setImmediate as turn } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { Server } from "socket.io";
import { io, type Socket } from "socket.io-client";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type BackPressure, createBackPressure } from "@/server/sockets/back-pressure";
import { freeze } from "@/tests/support/freeze";
import { until } from "@/tests/support/until";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;
const megabyte = 1 << 20;
let http: HttpServer;
let server: Server;
let pressure: BackPressure;
let clients: Socket[];
let heard: number[];

beforeEach(async () => {
  http = createServer();
  server = new Server(http, { serveClient: false });
  pressure = createBackPressure();
  server.engine.on("connection", pressure.watch);
  await once(http.listen(0, "127.0.0.1"), "listening");
  const site = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  heard = Array.from({ length: 20 }, () => 0);
  clients = heard.map((_, n) => {
    const client = io(site, { transports: ["websocket"], forceNew: true, reconnectionDelay: 50 });
    client.on("view", () => {
      heard[n] = (heard[n] ?? 0) + 1;
    });
    return client;
  });
  await until(() => clients.every((client) => client.connected));
});

afterEach(async () => {
  for (const client of clients) client.close();
  pressure.stop();
  await server.close();
});

/** Tells everybody, each with words of their own, once those who read have read the last. */
async function tellAll(times: number, size: number, readers: number[]) {
  for (let told = 1; told <= times; told += 1) {
    for (const [id, socket] of server.of("/").sockets) socket.emit("view", id.padEnd(size, `${told}`));
    await until(() => readers.every((n) => (heard[n] ?? 0) >= told));
    await turn();
  }
}

test.each([
  { size: 8 * 1024, times: 1500 },
  { size: 64 * 1024, times: 200 },
  { size: megabyte, times: 12 },
])(
  "for those who read nothing no more waits than may: $times views of $size bytes",
  async ({ size, times }) => {
    const readers = heard.map((_, n) => n).filter((n) => n % 2 === 0);
    const frozen = clients.filter((_, n) => n % 2 === 1);
    const ids = frozen.map(({ id }) => id ?? "");
    collect();
    // Buffers are counted in it.
    const before = process.memoryUsage().external;
    const wake = frozen.map(freeze);
    // 12 MB for each of them: far more than the system's own buffers take.
    await tellAll(times, size, readers);
    expect(readers.map((n) => heard[n])).toEqual(readers.map(() => times));
    await until(() => ids.every((id) => !server.of("/").sockets.has(id)));
    // What nobody holds any more is no growth, however late it would be collected.
    const grown = () => {
      collect();
      return process.memoryUsage().external - before;
    };
    await until(() => grown() < (10 * 12 * megabyte) / 4);
    for (const resume of wake) resume();
    await until(() => frozen.every((client) => client.connected && !ids.includes(client.id ?? "")));
  },
);
