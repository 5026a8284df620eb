import WebSocket from "ws";

/**
 * A phone that is as little as can be: it reads the packets of Socket.IO from a
 * plain WebSocket. Thousands of whole clients in one process would be slower than
 * what they measure.
 */
export type Phone = {
  send: (event: string, input: string) => void;
  /** Everything that this phone's connection has received, handshake and frames too. */
  bytes: () => number;
  leave: () => void;
};

/** What a phone tells of itself; `data` is the packet as it came. */
export type Listener = {
  connected?: () => void;
  event?: (data: Buffer) => void;
  acknowledged?: (data: Buffer) => void;
  lost?: (reason: string) => void;
};

const [zero, two, three, four] = [0x30, 0x32, 0x33, 0x34];

export function openPhone(origin: string, auth: string, listener: Listener): Phone {
  const socket = new WebSocket(`${origin.replace("http", "ws")}/socket.io/?EIO=4&transport=websocket`, {
    origin,
    perMessageDeflate: false,
    skipUTF8Validation: true,
  });
  let received = () => 0;
  let sent = 0;
  let left = false;
  const lost = (reason: string) => {
    if (!left) listener.lost?.(reason);
  };
  socket.on("upgrade", ({ socket: line }) => {
    received = () => line.bytesRead;
  });
  socket.on("error", (error) => lost(error.message));
  socket.on("close", (code) => lost(`closed with ${code}`));
  socket.on("message", (data: Buffer) => {
    if (data[0] === two) return socket.send("3");
    if (data[0] === zero) return socket.send(`40${auth}`);
    if (data[0] !== four) return;
    if (data[1] === two) listener.event?.(data);
    else if (data[1] === three) listener.acknowledged?.(data);
    else if (data[1] === zero) listener.connected?.();
    else lost(data.toString());
  });
  return {
    send: (event, input) => {
      socket.send(`42${sent}["${event}",${input}]`);
      sent += 1;
    },
    bytes: () => received(),
    leave: () => {
      left = true;
      socket.terminate();
    },
  };
}

const views = [Buffer.from('42["session:changed"'), Buffer.from('42["session:patched"')];

/** Whether a packet is a view, whole or in part. */
export const isView = (data: Buffer) =>
  views.some((view) => data.compare(view, 0, view.length, 0, view.length) === 0);
