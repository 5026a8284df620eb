import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** A line between two ends that a test can break. */
export type BreakableLine = {
  port: number;
  /** Where the next connections lead; nowhere: they are hung up on. */
  lead: (port: number | undefined) => void;
  /** Breaks every connection that there is. */
  cut: () => void;
  /** Bytes that have passed so far, both ways. */
  passed: () => { up: number; down: number };
  close: () => Promise<void>;
};

/** What happens to a connection once so many bytes of one direction have passed. */
export type Breaking = {
  /** `up` is from who connects to who listens. */
  direction: "up" | "down";
  /** None at all: it is hung up on before it reaches anybody. */
  after: number;
  /** Both ends hear that the line is broken, or nothing passes any more and nobody hears anything. */
  how: "cut" | "silence";
};

/** `breaking` is asked once for each connection, by its number from 0. */
export async function openProxy(
  target: number | undefined,
  breaking: (connection: number) => Breaking | undefined = () => undefined,
): Promise<BreakableLine> {
  const open = new Set<Socket>();
  let port = target;
  let count = 0;
  const passed = { up: 0, down: 0 };

  const keep = (socket: Socket) => {
    open.add(socket);
    socket.on("error", () => undefined);
    socket.once("close", () => open.delete(socket));
    socket.setNoDelay();
  };

  const server = createServer((near) => {
    const fault = breaking(count);
    count += 1;
    keep(near);
    if (port === undefined || (fault?.after === 0 && fault.how === "cut")) return void near.destroy();
    const far = connect(port, "127.0.0.1");
    keep(far);
    const line = { silent: fault?.after === 0 };
    const pass = (from: Socket, to: Socket, direction: Breaking["direction"]) => {
      let left = fault?.direction === direction ? fault.after : Number.POSITIVE_INFINITY;
      from.on("data", (bytes) => {
        if (line.silent) return;
        const passing = bytes.subarray(0, Math.min(left, bytes.length));
        left -= passing.length;
        passed[direction] += passing.length;
        if (left > 0) return void to.write(passing);
        line.silent = true;
        // What had passed by then arrives before the line breaks.
        to.write(passing, () => {
          if (fault?.how === "cut") for (const end of [near, far]) end.destroy();
        });
      });
      from.once("close", () => {
        if (!line.silent || fault?.how === "cut") to.destroy();
      });
    };
    pass(near, far, "up");
    pass(far, near, "down");
  });
  await once(server.listen(0, "127.0.0.1"), "listening");

  const cut = () => {
    for (const socket of open) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    lead: (next) => {
      port = next;
    },
    cut,
    passed: () => passed,
    close: async () => {
      server.close();
      cut();
      await once(server, "close");
    },
  };
}
