import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, get, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openAssets, packAssets } from "@/server/assets";

const folder = mkdtempSync(join(tmpdir(), "attune-assets-"));
const script = "export const answer = 42;\n".repeat(200);
const server = createServer();

beforeAll(async () => {
  mkdirSync(join(folder, "chunks"));
  writeFileSync(join(folder, "chunks", "a.js"), script);
  writeFileSync(join(folder, "font.woff2"), "font");
  await packAssets(folder);
  const assets = await openAssets(folder, "/_next/static/");
  server.on("request", (request, response) => {
    if (!assets(request, response)) response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

function ask(path: string, headers: Record<string, string>) {
  const { port } = server.address() as AddressInfo;
  return new Promise<{ status?: number; headers: IncomingHttpHeaders; body: Buffer }>((resolve) => {
    get({ port, host: "127.0.0.1", path, headers, agent: false }, async (response) => {
      const body = Buffer.concat(await response.toArray());
      resolve({ status: response.statusCode, headers: response.headers, body });
    });
  });
}

test.each([
  ["gzip, deflate", "gzip", gunzipSync],
  ["gzip, deflate, br, zstd", "br", brotliDecompressSync],
  ["br;q=0, gzip", "gzip", gunzipSync],
])("for %s a script comes as %s", async (accepted, encoding, unpack) => {
  const { status, headers, body } = await ask("/_next/static/chunks/a.js?x", { "accept-encoding": accepted });
  expect(status).toBe(200);
  expect(headers["content-encoding"]).toBe(encoding);
  expect(headers.vary).toBe("Accept-Encoding");
  expect(unpack(body).toString()).toBe(script);
});

test.each([
  ["/_next/static/chunks/a.js", {}], // no encoding that we have
  ["/_next/static/chunks/a.js", { "accept-encoding": "gzip", range: "bytes=0-9" }],
  ["/_next/static/chunks/a.js.gz", { "accept-encoding": "gzip" }],
  ["/_next/static/font.woff2", { "accept-encoding": "gzip" }],
  ["/_next/static/../chunks/a.js", { "accept-encoding": "gzip" }],
])("%s with %o is left to the pages", async (path, headers) => {
  expect((await ask(path, headers as Record<string, string>)).status).toBe(404);
});
