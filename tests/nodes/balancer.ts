import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

export type Balancer = { origin: string; close: () => void };

/**
 * What stands before the nodes: it gives each new connection to the next node that takes it,
 * and remembers nobody.
 */
export async function openBalancer(origins: () => string[]): Promise<Balancer> {
  let turn = 0;
  const open = new Set<Socket>();
  const server = createServer((visitor) => {
    open.add(visitor);
    visitor.on("error", () => undefined).on("close", () => open.delete(visitor));
    const all = origins();
    turn += 1;
    const reach = (left: string[]) => {
      const [next, ...rest] = left;
      if (!next) return void visitor.destroy();
      const node = connect(Number(new URL(next).port), "127.0.0.1");
      let there = false;
      node.on("connect", () => {
        there = true;
        visitor.pipe(node).pipe(visitor);
      });
      node.on("error", () => (there ? visitor.destroy() : reach(rest)));
      node.on("close", () => there && visitor.destroy());
      visitor.on("close", () => node.destroy());
    };
    reach([...all.slice(turn % all.length), ...all.slice(0, turn % all.length)]);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.close();
      for (const visitor of open) visitor.destroy();
    },
  };
}
