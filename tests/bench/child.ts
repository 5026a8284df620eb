import { type ChildProcess, fork } from "node:child_process";

/** A server in a process of its own, asked over its channel. */
export type Child = {
  origin: string;
  ask: <T>(question: "memory" | "session") => Promise<T>;
  stop: () => Promise<void>;
};

export async function openChild(program: string): Promise<Child> {
  const child = fork(new URL(program, import.meta.url), { execArgv: ["--import", "tsx"] });
  const { origin } = await answer<{ origin: string }>(child, "ready");
  return {
    origin,
    ask: (question) => {
      const answered = answer<never>(child, question);
      child.send(question);
      return answered;
    },
    stop: () =>
      new Promise((resolve) => {
        child.once("exit", () => resolve());
        if (program.includes("attune")) child.send("stop");
        else child.kill();
      }),
  };
}

function answer<T>(child: ChildProcess, key: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const hear = (message: unknown) => {
      const found = (message as Record<string, T>)[key];
      if (found === undefined) return;
      child.off("message", hear);
      resolve(found);
    };
    child.on("message", hear);
    child.once("exit", (code) => reject(new Error(`the server ended with ${code}`)));
  });
}
