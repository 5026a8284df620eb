import { fork } from "node:child_process";

/** A server in a process of its own, asked over its channel. */
export type Child = {
  origin: string;
  ask: <T>(name: string, input?: unknown) => Promise<T>;
  stop: () => Promise<void>;
};

type Reply = { to: number; answer?: unknown; error?: string };

/** Starts one of the servers beside this file. */
export async function openChild(program: string): Promise<Child> {
  const profile = process.env.BENCH_PROFILE;
  const child = fork(new URL(program, import.meta.url), {
    execArgv: [
      "--import",
      "tsx",
      "--expose-gc",
      ...(profile ? ["--cpu-prof", `--cpu-prof-dir=${profile}`] : []),
    ],
    env: { ...process.env, NODE_ENV: "production" },
  });
  const waiting = new Map<number, { resolve: (answer: never) => void; reject: (reason: Error) => void }>();
  const gone = new Promise<void>((resolve) => {
    child.once("exit", (code) => {
      for (const { reject } of waiting.values()) reject(new Error(`${program} ended with ${code}`));
      resolve();
    });
  });
  child.on("message", ({ to, answer, error }: Reply) => {
    const asked = waiting.get(to);
    waiting.delete(to);
    if (error === undefined) asked?.resolve(answer as never);
    else asked?.reject(new Error(`${program}: ${error}`));
  });
  let questions = 0;
  const ask = <T>(name: string, input?: unknown): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      questions += 1;
      waiting.set(questions, { resolve, reject });
      child.send({ id: questions, name, input });
    });
  return {
    origin: await ask<string>("origin"),
    ask,
    stop: async () => {
      // Its process ends before it could answer.
      ask("stop").catch(() => undefined);
      await gone;
    },
  };
}
