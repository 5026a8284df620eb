import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** How many checks or tests of a step came out which way. */
export type Counts = { passed: number; failed: number };
export type Step = { title: string; run: () => Promise<Counts> };

export const root = fileURLToPath(new URL("../..", import.meta.url));
export const passed: Counts = { passed: 1, failed: 0 };
export const failed: Counts = { passed: 0, failed: 1 };

/** No step takes nearly as long; one that hangs must not take the closing line with it. */
const longestMs = 20 * 60_000;

/** Runs a step under its heading, and says how long it took. */
export async function runStep({ title, run }: Step): Promise<Counts> {
  say(`\n── ${title}`);
  const start = performance.now();
  const counts = await run().catch((error: unknown) => {
    say(error instanceof Error ? error.message : String(error));
    return failed;
  });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  say(
    `${counts.failed === 0 ? "✓" : "✗"} ${title}: ${counts.passed} passed, ${counts.failed} failed, ${seconds} s`,
  );
  return counts;
}

/** A step that is one program: right when all of its calls end well. */
export function check(title: string, ...calls: [program: string, ...args: string[]][]): Step {
  return {
    title,
    run: async () => {
      for (const [program, ...args] of calls) if ((await call(program, args)) !== 0) return failed;
      return passed;
    },
  };
}

/** Runs a program of our own dependencies; what it prints is printed. Answers its exit code. */
export function call(program: string, args: string[], env: Record<string, string> = {}): Promise<number> {
  const child = spawn(fileURLToPath(new URL(`../../node_modules/.bin/${program}`, import.meta.url)), args, {
    cwd: root,
    env: { ...plainEnvironment(), ...env },
    stdio: ["ignore", "inherit", "inherit"],
    timeout: longestMs,
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve(code ?? 1));
  });
}

export function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}

/** Without the settings of an Attune that the same shell may run. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const env = { ...process.env };
  for (const name of Object.keys(env))
    if (/^(ATTUNE_.*|DATABASE_URL|REDIS_URL|PORT|HOST|NODE_ENV)$/.test(name)) delete env[name];
  return { ...env, NEXT_TELEMETRY_DISABLED: "1" };
}
