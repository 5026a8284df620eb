import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Server } from "socket.io";

/** What Attune is measured against: Socket.IO alone, one room, no database, no rules. */
const server = createServer();
const io = new Server(server, { transports: ["websocket"], serveClient: false });
io.on("connection", (socket) => {
  void socket.join("room");
  socket.on("push", (payload: unknown) => io.to("room").emit("session:changed", payload));
  socket.on("response:submit", (_input: unknown, acknowledge: (ack: unknown) => void) =>
    acknowledge({ ok: true, data: {} }),
  );
});
process.on("message", (question) => {
  if (question === "memory") process.send?.({ memory: process.memoryUsage().rss });
});
server.listen(0, "127.0.0.1", () => {
  const { port } = server.address() as AddressInfo;
  process.send?.({ ready: { origin: `http://127.0.0.1:${port}` } });
});
