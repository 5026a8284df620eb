import { io, type Socket } from "socket.io-client";

/** What a room of phones took, in ms; memory in bytes per phone. */
export type Measured = {
  arriving: number;
  pushes: { p50: number; p99: number; last: number }[];
  answering: number[];
  memory: number;
};

/** How the room is driven; the same for Attune and for bare Socket.IO. */
export type Driver = {
  origin: string;
  /** The handshake of the nth phone. */
  handshake: (n: number) => Record<string, unknown>;
  /** Resolves once this phone has what it came for. */
  arrived: (socket: Socket) => Promise<unknown>;
  /** Sends one slide to everybody; resolves when the server has it. */
  push: () => Promise<void>;
  /** Makes a prompt ready to be answered. */
  prepare: (round: number) => Promise<void>;
  /** One answer of the nth phone; resolves with its acknowledgement. */
  answer: (socket: Socket, n: number) => Promise<{ ok: boolean }>;
  memory: () => Promise<number>;
};

export async function measureRoom(driver: Driver, phones: number, rounds: number): Promise<Measured> {
  const before = await driver.memory();
  const began = performance.now();
  const sockets = Array.from({ length: phones }, (_, n) =>
    io(driver.origin, {
      transports: ["websocket"],
      forceNew: true,
      reconnection: false,
      auth: driver.handshake(n),
      extraHeaders: { origin: driver.origin },
    }),
  );
  await Promise.all(sockets.map(driver.arrived));
  const arriving = performance.now() - began;
  const memory = ((await driver.memory()) - before) / phones;

  const pushes: Measured["pushes"] = [];
  for (let round = 0; round < rounds; round += 1) {
    const heard = Promise.all(sockets.map((socket) => next(socket)));
    const sent = performance.now();
    await driver.push();
    const times = (await heard).map((at) => at - sent).sort((a, b) => a - b);
    pushes.push({ p50: at(times, 0.5), p99: at(times, 0.99), last: at(times, 1) });
  }

  const answering: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await driver.prepare(round);
    const sent = performance.now();
    const acks = await Promise.all(sockets.map((socket, n) => driver.answer(socket, n)));
    answering.push(performance.now() - sent);
    const refused = acks.filter((ack) => !ack.ok).length;
    if (refused > 0) throw new Error(`${refused} of ${phones} answers were refused`);
  }

  for (const socket of sockets) socket.disconnect();
  return { arriving, pushes, answering, memory };
}

/** When this phone hears of the next change. */
function next(socket: Socket): Promise<number> {
  return new Promise((resolve) => socket.once("session:changed", () => resolve(performance.now())));
}

function at(sorted: number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export function median(values: number[]): number {
  return at(
    [...values].sort((a, b) => a - b),
    0.5,
  );
}
