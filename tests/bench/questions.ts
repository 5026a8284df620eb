import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { memory, openFiles, usage } from "@/tests/bench/usage";

type Answers = Record<string, (input: never) => unknown>;
type Question = { id: number; name: string; input: never };

/** Listens on a free port of this machine and answers what the bench asks of this process. */
export async function answerBench(
  server: Server,
  own: Answers,
  stop: () => Promise<void>,
  postmaster?: () => number,
): Promise<void> {
  const end = async () => {
    await stop();
    process.exit(0);
  };
  const listening = once(server.listen(0, "127.0.0.1", 4096), "listening");
  const answers: Answers = {
    origin: async () => {
      await listening;
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    },
    memory,
    files: openFiles,
    usage: () => usage(postmaster?.()),
    connections: () =>
      new Promise((resolve, reject) =>
        server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
      ),
    stop: end,
    ...own,
  };
  // A bench that was broken off leaves no server behind.
  process.once("disconnect", () => void end());
  process.on("message", ({ id, name, input }: Question) => {
    Promise.resolve(answers[name]?.(input)).then(
      (answer) => process.send?.({ to: id, answer: answer ?? null }),
      (error: unknown) => process.send?.({ to: id, error: String(error) }),
    );
  });
}
