import { readdir, readFile, writeFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join, relative, sep } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const types: Record<string, string | undefined> = {
  ".js": "application/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
};
const encodings = [
  { name: "br", suffix: ".br" }, // browsers ask for it over https only
  { name: "gzip", suffix: ".gz" },
] as const;

type Asset = { type: string; bodies: Partial<Record<"br" | "gzip", Buffer>> };

/** Answers for scripts and styles that a browser asked for; false when it is not one of ours. */
export type Assets = (request: IncomingMessage, response: ServerResponse) => boolean;

/**
 * Packs what the build made as small as it goes, once: a whole class loads the
 * same scripts in the same minute, and an old laptop has better things to do
 * then than to compress them for each phone anew.
 */
export async function packAssets(folder: string): Promise<void> {
  for (const file of await filesIn(folder)) {
    if (!types[extname(file)]) continue;
    const content = await readFile(file);
    const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
    await writeFile(`${file}.br`, await promisify(brotliCompress)(content, quality));
    await writeFile(`${file}.gz`, await promisify(gzip)(content, { level: constants.Z_BEST_COMPRESSION }));
  }
}

/** Takes the packed files into memory: there are few, and they are small. */
export async function openAssets(folder: string, prefix: string): Promise<Assets> {
  const assets = new Map<string, Asset>();
  for (const file of await filesIn(folder)) {
    const encoding = encodings.find(({ suffix }) => file.endsWith(suffix));
    const plain = encoding && file.slice(0, -encoding.suffix.length);
    const type = plain && types[extname(plain)];
    if (!type) continue;
    const path = prefix + relative(folder, plain).split(sep).join("/");
    const asset = assets.get(path) ?? { type, bodies: {} };
    asset.bodies[encoding.name] = await readFile(file);
    assets.set(path, asset);
  }
  return (request, response) => {
    if (request.method !== "GET" || request.headers.range) return false;
    const asset = assets.get(request.url?.split("?")[0] ?? "");
    const encoding = encodings.find(({ name }) => asset?.bodies[name] && accepts(request, name));
    const body = encoding && asset?.bodies[encoding.name];
    if (!asset || !body) return false;
    response.writeHead(200, {
      "Content-Type": asset.type,
      "Content-Encoding": encoding.name,
      "Content-Length": body.length,
      // Their names change with their content.
      "Cache-Control": "public, max-age=31536000, immutable",
      Vary: "Accept-Encoding",
      "X-Content-Type-Options": "nosniff",
    });
    response.end(body);
    return true;
  };
}

function accepts(request: IncomingMessage, encoding: string): boolean {
  const accepted = String(request.headers["accept-encoding"] ?? "");
  return accepted.split(",").some((one) => {
    const [name, weight] = one.trim().split(";");
    return name === encoding && !/^\s*q=0(\.0*)?$/.test(weight ?? "");
  });
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
