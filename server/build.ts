import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, relative } from "node:path";
import { StartupError } from "@/db/startup-error";
import { packAssets } from "@/server/assets";

/** Everything that the pages are built from. */
const sources = [
  "app",
  "protocol",
  "public",
  "server/app.ts",
  "server/queries.ts",
  "next.config.ts",
  "package-lock.json",
  "tsconfig.json",
];
const stamp = join(".next", "attune-sources");

/** Builds the pages for production, unless these very sources are built already. */
export async function buildWhenNeeded(
  root: string,
  say: (sentence: string) => void,
  stop: AbortSignal,
): Promise<void> {
  const wanted = await fingerprint(root);
  const built = await readFile(join(root, stamp), "utf8").catch(() => "");
  if (built === wanted) return;
  say("Preparing the pages. This takes a minute, and only after a change.");
  const { code, output } = await build(root, stop);
  stop.throwIfAborted();
  if (code !== 0)
    throw new StartupError(`${output.trim()}\n\nThe pages could not be built: the reason stands above.`);
  await packAssets(join(root, ".next", "static"));
  await writeFile(join(root, stamp), wanted);
}

async function fingerprint(root: string): Promise<string> {
  const hash = createHash("sha256").update(process.version);
  for (const source of sources) {
    for (const file of await filesIn(root, source)) {
      hash
        .update(`${file}\0`)
        .update(await readFile(join(root, file)))
        .update("\0");
    }
  }
  return hash.digest("hex");
}

async function filesIn(root: string, source: string): Promise<string[]> {
  const entries = await readdir(join(root, source), { withFileTypes: true, recursive: true }).catch(
    (error: NodeJS.ErrnoException) => error.code,
  );
  if (entries === "ENOTDIR") return [source];
  if (!Array.isArray(entries)) return []; // there need not be one
  return entries
    .filter((entry) => entry.isFile() && !entry.name.includes(".test."))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort();
}

function build(root: string, stop: AbortSignal): Promise<{ code: number | null; output: string }> {
  const next = createRequire(import.meta.url).resolve("next/dist/bin/next");
  const child = spawn(process.execPath, [next, "build"], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", "pipe", "pipe"],
    signal: stop,
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  return new Promise((resolve) => {
    child.on("error", () => resolve({ code: -1, output: "Next.js could not be started." }));
    child.on("close", (code) => resolve({ code, output }));
  });
}
