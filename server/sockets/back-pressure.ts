import type { Socket } from "socket.io";
import { log } from "@/server/log";
import { coalesce } from "@/server/sockets/coalesce";

/**
 * What may wait for one socket to be written. A phone that is slow reads some
 * views late; one that is frozen, or reads nothing on purpose, is closed. It comes
 * back by itself and gets the whole view, so nothing is lost.
 */
const most = { packets: 128, bytes: 512 * 1024 };
const sayEveryMs = 10_000;

type Connection = Socket["conn"];
/** What Engine.IO keeps until its transport is free; its types hide it. */
type Waiting = { writeBuffer: { data?: string | Buffer }[] };
/** The WebSocket below a transport; polling has none. */
type Line = { socket?: { terminate?: () => void } };

export type BackPressure = {
  /** To be called with every connection: memory is bounded by it, however many stop reading. */
  watch: (connection: Connection) => void;
  stop: () => void;
};

export function createBackPressure(): BackPressure {
  let closed = 0;
  const said = coalesce<"closed">(sayEveryMs, () => {
    // A number, and nothing of whose it was.
    log.warn("sockets that did not read what was sent were closed", { sockets: closed });
    closed = 0;
  });

  // One function for all connections, which Engine.IO calls with the connection as `this`.
  function look(this: Connection): void {
    if (this.readyState !== "open" || !isTooMuch(this)) return;
    closed += 1;
    said.ask("closed");
    const { socket } = this.transport as unknown as Line;
    // A farewell would wait behind all the rest.
    if (socket?.terminate) socket.terminate();
    else this.close(true);
  }

  return { watch: (connection) => void connection.on("packetCreate", look), stop: said.stop };
}

function isTooMuch(connection: Connection): boolean {
  const { writeBuffer } = connection as unknown as Waiting;
  if (writeBuffer.length > most.packets) return true;
  let bytes = 0;
  for (const { data } of writeBuffer) bytes += data?.length ?? 0;
  return bytes > most.bytes;
}
