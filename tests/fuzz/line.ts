import { randomBytes } from "node:crypto";
import { connect, type Socket } from "node:net";

/**
 * A WebSocket by hand: says what no client library would, and hears everything.
 * It answers the server's pings, so that it is not taken for one that has gone.
 */
export type Line = {
  say: (text: string) => void;
  /** Bytes as they are, which need be no frame at all. */
  raw: (bytes: Buffer) => void;
  /** Until a message fits; undefined when the line is over first. */
  hears: (wanted: (text: string) => boolean) => Promise<string | undefined>;
  open: () => boolean;
  ended: Promise<void>;
  close: () => void;
};

type Ways = {
  origin: string;
  path?: string;
  headers?: Record<string, string>;
  heard: (text: string) => void;
};

export function openLine({
  origin,
  path = "/socket.io/?EIO=4&transport=websocket",
  headers,
  heard,
}: Ways): Line {
  const { hostname, port, host } = new URL(origin);
  const socket = connect(Number(port), hostname);
  const lines = {
    host,
    origin,
    connection: "Upgrade",
    upgrade: "websocket",
    "sec-websocket-version": "13",
    "sec-websocket-key": randomBytes(16).toString("base64"),
    ...headers,
  };
  socket.write(
    `GET ${path} HTTP/1.1\r\n${Object.entries(lines)
      .map(([name, value]) => `${name}: ${value}`)
      .join("\r\n")}\r\n\r\n`,
  );
  const messages: string[] = [];
  const watchers = new Set<() => void>();
  let isOver = false;
  const look = () => {
    for (const watch of watchers) watch();
  };
  const ended = new Promise<void>((resolve) => {
    socket.once("close", () => {
      isOver = true;
      look();
      resolve();
    });
  });
  socket.on("error", () => undefined);
  read(socket, (text) => {
    heard(text);
    if (text === "2") return line.say("3");
    messages.push(text);
    look();
  });

  const line: Line = {
    say: (text) => line.raw(frame(0x81, Buffer.from(text))),
    raw: (bytes) => {
      if (!isOver && !socket.destroyed) socket.write(bytes);
    },
    hears: (wanted) =>
      new Promise((resolve) => {
        const watch = () => {
          const found = messages.find(wanted);
          if (found === undefined && !isOver) return;
          watchers.delete(watch);
          resolve(found);
        };
        watchers.add(watch);
        watch();
      }),
    open: () => !isOver,
    ended,
    close: () => socket.destroy(),
  };
  return line;
}

/** A frame as a client sends it, masked; `first` is its first byte, as wrong as wanted. */
export function frame(first: number, body: Buffer, masked = true): Buffer {
  const length = body.length;
  const mask = masked ? 0x80 : 0;
  const head =
    length < 126
      ? Buffer.from([first, mask | length])
      : length < 65_536
        ? Buffer.from([first, mask | 126, length >> 8, length & 255])
        : Buffer.concat([Buffer.from([first, mask | 127, 0, 0, 0, 0]), uint32(length)]);
  // A mask of zeros leaves the bytes as they are.
  return Buffer.concat([head, Buffer.alloc(masked ? 4 : 0), body]);
}

const uint32 = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

/** Reads past the server's answer to the handshake, then its frames, which are never masked. */
function read(socket: Socket, message: (text: string) => void): void {
  let held = Buffer.alloc(0);
  let shaken = false;
  socket.on("data", (bytes) => {
    held = Buffer.concat([held, bytes]);
    if (!shaken) {
      const end = held.indexOf("\r\n\r\n");
      if (end < 0) return;
      const head = held.subarray(0, end).toString("latin1");
      message(head);
      shaken = head.startsWith("HTTP/1.1 101");
      held = shaken ? held.subarray(end + 4) : Buffer.alloc(0);
    }
    for (;;) {
      const [first = 0, second = 0] = held;
      const short = second & 127;
      const head = short === 126 ? 4 : short === 127 ? 10 : 2;
      if (held.length < head) return;
      const length = short === 126 ? held.readUInt16BE(2) : short === 127 ? held.readUInt32BE(6) : short;
      if (held.length < head + length) return;
      const body = held.subarray(head, head + length).toString();
      held = held.subarray(head + length);
      if ((first & 15) < 3) message(body);
      // The server has said goodbye; it would wait a while for ours.
      if ((first & 15) === 8) socket.destroy();
    }
  });
}
