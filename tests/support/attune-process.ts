import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import { until } from "@/tests/support/until";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** A real Attune process as a test sees it from outside. */
export type AttuneProcess = {
  child: ChildProcess;
  origin: () => string;
  stdout: () => string;
  stderr: () => string;
  /** Until the line that says it is ready; throws with what it said instead. */
  ready: () => Promise<void>;
  /** The exit code once it is gone. */
  exit: () => Promise<number | null>;
};

/**
 * Starts one, without pages unless `program` has them; settings that are not
 * given are unset, whatever the test run's own are.
 */
export function startAttune(
  settings: Record<string, string>,
  program = "tests/support/bare-server.ts",
): AttuneProcess {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(ATTUNE_|DATABASE_URL|REDIS_URL|PORT$|HOST$)/.test(name),
  );
  const child = spawn(process.execPath, ["--import", "tsx", program], {
    cwd: root,
    env: { ...Object.fromEntries(own), NODE_ENV: "production", HOST: "127.0.0.1", PORT: "0", ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  const gone = once(child, "close").then(([code]) => code as number | null);
  const isGone = () => child.exitCode !== null || child.signalCode !== null;
  return {
    child,
    stdout: () => stdout,
    stderr: () => stderr,
    origin: () => /On this machine\s+(\S+)/.exec(stdout)?.[1] ?? "",
    ready: async () => {
      await until(() => stdout.includes("Stop with Ctrl-C") || isGone());
      if (isGone()) throw new Error(`Attune did not start:\n${stdout}${stderr}`);
    },
    exit: () => gone,
  };
}

/** The address of the PostgreSQL that runs on a data directory. */
export function databaseUrl(data: string, name = "postgres"): string {
  const port = readFileSync(join(data, "postgres/postmaster.pid"), "utf8").split("\n")[3];
  const password = readFileSync(join(data, "postgres/attune.password"), "utf8").trim();
  return `postgres://attune:${password}@127.0.0.1:${port}/${name}`;
}

/** Asks that PostgreSQL something, past Attune. */
export async function askDatabase<T>(url: string, ask: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    return await ask(sql);
  } finally {
    await sql.end();
  }
}

/** Whether it takes connections now. */
export function accepts(url: string): Promise<boolean> {
  return askDatabase(url, (sql) => sql`select 1`).then(
    () => true,
    () => false,
  );
}
