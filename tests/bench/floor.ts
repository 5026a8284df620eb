import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Server } from "socket.io";
import { openAssets, packAssets } from "@/server/assets";

const root = fileURLToPath(new URL("../..", import.meta.url));
const source = join(root, "tests/bench/floor");
// Within the checkout, where Next finds its own packages; the name is one that Git ignores.
const built = join(root, ".next-floor");
const stamp = join(built, "stamp");

/** Builds the empty page, unless it is built already by this version. */
export async function buildFloor(say: (sentence: string) => void): Promise<void> {
  const wanted = createHash("sha256")
    .update(await readFile(join(root, "package-lock.json")))
    .update(await readFile(join(source, "app/page.tsx")))
    .digest("hex");
  if ((await readFile(stamp, "utf8").catch(() => "")) === wanted) return;
  say("Building the empty page that the phone's is measured against; only the first time.");
  await rm(built, { recursive: true, force: true });
  await mkdir(built);
  await cp(source, built, { recursive: true });
  const next = createRequire(import.meta.url).resolve("next/dist/bin/next");
  const child = spawn(process.execPath, [next, "build", built], {
    cwd: built,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error(`the empty page could not be built: next ended with ${code}`);
  await packAssets(join(built, ".next/static"));
  await writeFile(stamp, wanted);
}

/** Serves it as Attune serves its own: one process, one port, packed scripts. */
export async function openFloor(): Promise<{ origin: string; close: () => Promise<void> }> {
  const { default: next } = await import("next");
  const app = next({ dev: false, dir: built, quiet: true });
  await app.prepare();
  const handle = app.getRequestHandler();
  const assets = await openAssets(join(built, ".next/static"), "/_next/static/");
  const server = createServer((request, response) => {
    if (!assets(request, response)) void handle(request, response);
  });
  const io = new Server(server, { transports: ["websocket"], serveClient: false });
  await once(server.listen(0, "127.0.0.1"), "listening");
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      await io.close();
      await app.close();
    },
  };
}
