import { createServer } from "node:http";
import { Server } from "socket.io";
import { clock } from "@/tests/bench/numbers";
import { answerBench } from "@/tests/bench/questions";

/** What Attune is measured against: Socket.IO alone, one room, no database, no rules. */
const server = createServer();
const io = new Server(server, { transports: ["websocket"], serveClient: false });
let payloads: [name: string, payload: unknown][] = [];
let emittedAt = 0;

io.on("connection", (socket) => {
  if (socket.handshake.auth.as === "console")
    socket.on("push", (index: number, acknowledge: () => void) => {
      const [name, payload] = payloads[index] ?? ["", null];
      emittedAt = clock();
      io.to("room").emit(name, payload);
      acknowledge();
    });
  else void socket.join("room");
  socket.on("response:submit", (_input: unknown, acknowledge: (ack: unknown) => void) =>
    acknowledge({ ok: true, data: {} }),
  );
});

await answerBench(
  server,
  {
    /** What it will be told to push: exactly what Attune pushed before. */
    payloads: (packets: string[]) => {
      payloads = packets.map((packet) => JSON.parse(packet.slice(2)) as [string, unknown]);
    },
    committed: () => emittedAt,
  },
  async () => {
    await io.close();
  },
);
