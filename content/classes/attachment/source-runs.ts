import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const words = 9;

/**
 * The class is retold, not copied: no nine words in a row are those of the
 * handout it was made from. That handout is not ours to publish, so only
 * hashes of its runs of words stand in `source-runs.txt`, made by
 * `node --import tsx content/classes/attachment/source-runs.ts <handout.txt>`.
 */
export function runsOf(text: string): Map<string, string> {
  const found =
    text
      .toLowerCase()
      .replace(/['’´]/g, "")
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const runs = new Map<string, string>();
  for (let i = 0; i + words <= found.length; i++) {
    const run = found.slice(i, i + words).join(" ");
    runs.set(createHash("sha256").update(run).digest("hex").slice(0, 16), run);
  }
  return runs;
}

const [, script, source] = process.argv;
if (script && source && import.meta.url === pathToFileURL(script).href)
  process.stdout.write(`${[...runsOf(readFileSync(source, "utf8")).keys()].sort().join("\n")}\n`);
