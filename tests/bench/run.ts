import { readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { parseArgs } from "node:util";
import type { ArrivalUsed } from "@/tests/bench/arriving";
import { writeDocuments } from "@/tests/bench/documents";
import type { Figure } from "@/tests/bench/figures";
import type { Used } from "@/tests/bench/live";
import type { IdleUsed } from "@/tests/bench/memory";
import type { Results } from "@/tests/bench/results";
import { constantsOf } from "@/tests/bench/scale";
import { printed } from "@/tests/bench/table";

/**
 * Attune beside bare Socket.IO, in turn, on this machine: `npm run bench`.
 * What counts is the ratio; the milliseconds are this machine's. docs/performance.md tells how.
 */
const { values } = parseArgs({
  options: {
    /** Groups, as in `groups` below. */
    only: { type: "string" },
    phones: { type: "string", default: "100,1000,3000" },
    blocks: { type: "string", default: "3" },
    /** Writes the tables of docs/performance.md and docs/scale.md anew, from what is measured or was. */
    docs: { type: "boolean", default: false },
    from: { type: "string" },
    /** A folder for the servers' CPU profiles, which slow them down. */
    profile: { type: "string" },
  },
});
if (values.profile) process.env.BENCH_PROFILE = values.profile;
const resultsAt = "bench-results.json";
const say = (sentence: string) => void process.stderr.write(`${sentence}\n`);

type Group = { figures: Figure[]; live?: Used[]; arriving?: ArrivalUsed[]; idle?: IdleUsed[] };
/** Loaded when its turn comes: what the pages need is large. */
const groups: Record<string, () => Promise<Group>> = {
  live: async () => {
    const { measureLive } = await import("@/tests/bench/live");
    const sizes = values.phones.split(",").map(Number).filter(Boolean);
    const { figures, used } = await measureLive(sizes, Number(values.blocks));
    return { figures, live: used };
  },
  arriving: async () => {
    const { measureArriving } = await import("@/tests/bench/arriving");
    const { figures, used } = await measureArriving();
    return { figures, arriving: used };
  },
  memory: async () => {
    const { measureMemory } = await import("@/tests/bench/memory");
    const { figures, used } = await measureMemory();
    return { figures, idle: used };
  },
  bytes: async () => (await import("@/tests/bench/bytes")).measureBytes(),
  growth: async () => (await import("@/tests/bench/growth")).measureGrowth(),
  clocks: async () => (await import("@/tests/bench/clocks")).measureClocks(),
  page: async () => (await import("@/tests/bench/page")).measurePage(say),
};

const results = values.from ? (JSON.parse(readFileSync(values.from, "utf8")) as Results) : await measure();
console.log(printed(results.figures));
if (!values.from) writeFileSync(resultsAt, `${JSON.stringify(results, null, 2)}\n`);
if (values.docs) writeDocuments(results);
process.exit();

async function measure(): Promise<Results> {
  const wanted = values.only?.split(",") ?? Object.keys(groups);
  const unknown = wanted.filter((name) => !groups[name]);
  if (unknown.length > 0) throw new Error(`no such group: ${unknown}; there are ${Object.keys(groups)}`);
  const all: Group[] = [];
  const began = performance.now();
  for (const name of wanted) {
    const start = performance.now();
    try {
      all.push((await groups[name]?.()) ?? { figures: [] });
    } catch (error) {
      // The others are worth having all the same.
      process.exitCode = 1;
      say(`${name} could not be measured: ${error instanceof Error ? error.stack : error}`);
    }
    say(`${name}: ${((performance.now() - start) / 1000).toFixed(0)} s`);
  }
  return {
    at: new Date().toISOString(),
    seconds: Math.round((performance.now() - began) / 1000),
    machine: {
      processors: cpus().length,
      model: cpus()[0]?.model ?? "",
      gigabytes: Math.round(totalmem() / 2 ** 30),
      node: process.version,
      system: `${process.platform} ${process.arch}`,
    },
    figures: all.flatMap(({ figures }) => figures),
    constants: constantsOf({
      live: all.flatMap(({ live }) => live ?? []),
      arriving: all.flatMap(({ arriving }) => arriving ?? []),
      idle: all.flatMap(({ idle }) => idle ?? []),
    }),
  };
}
