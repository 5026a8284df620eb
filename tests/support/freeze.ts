import type { Socket as Line } from "node:net";
import type { Socket } from "socket.io-client";

/**
 * From now on nobody reads what arrives at this client over its WebSocket, as when a
 * phone sleeps with its line still up. Answers how it wakes up.
 */
export function freeze(client: Socket): () => void {
  // What lies below is hidden by Socket.IO's types.
  const { ws } = client.io.engine.transport as unknown as { ws: { _socket: Line } };
  const line = ws._socket;
  line.pause();
  return () => line.resume();
}
