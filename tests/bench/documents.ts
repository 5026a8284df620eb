import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Results } from "@/tests/bench/results";
import { assumed, type Constants, capacityFor } from "@/tests/bench/scale";
import { markdown, short } from "@/tests/bench/table";

const sizes = [30, 300, 3000, 30_000, 100_000, 1_000_000];

const units: Record<keyof Constants, [name: string, scale: number, unit: string]> = {
  memoryBytes: ["memory of a connected phone", 1 / 1024, "kB"],
  files: ["file descriptors of a connected phone", 1, ""],
  idleMsPerSecond: ["a phone that is only there (pings)", 1000, "µs of processor per second"],
  arrivalMs: ["a phone that comes in: server", 1, "ms of processor"],
  arrivalPostgresMs: ["a phone that comes in: PostgreSQL", 1, "ms of processor"],
  changeMs: ["a change: server, by itself", 1, "ms of processor"],
  changePostgresMs: ["a change: PostgreSQL", 1, "ms of processor"],
  changeWalBytes: ["a change: PostgreSQL's log", 1, "bytes"],
  pushMs: ["telling one phone of a change", 1000, "µs of processor"],
  pushBytes: ["a change as one phone gets it", 1, "bytes"],
  answerMs: ["an answer: server", 1000, "µs of processor"],
  answerPostgresMs: ["an answer: PostgreSQL", 1000, "µs of processor"],
  answerWalBytes: ["an answer: PostgreSQL's log", 1, "bytes"],
};

/** Puts the newest tables between the marks of the two documents. */
export function writeDocuments(results: Results): void {
  const { machine, at, seconds } = results;
  const when = `Measured ${at.slice(0, 10)} in ${seconds} s on ${machine.processors} processors (${machine.model.trim() || machine.system}), ${machine.gigabytes} GB, Node ${machine.node}.`;
  replace("docs/performance.md", "figures", `${when}\n\n${markdown(results.figures)}`);
  const { constants } = results;
  if (!isWhole(constants)) return;
  replace("docs/scale.md", "constants", `${when}\n\n${constantsTable(constants)}`);
  replace("docs/scale.md", "capacity", capacityTable(constants));
}

const isWhole = (constants: Partial<Constants>): constants is Constants =>
  Object.keys(units).every((name) => name in constants);

function constantsTable(constants: Constants): string {
  const rows = (Object.keys(units) as (keyof Constants)[]).map((name) => {
    const [what, scale, unit] = units[name];
    return `| \`${name}\` | ${what} | ${`${short(constants[name] * scale)} ${unit}`.trim()} |`;
  });
  return ["| constant | what it is | measured |", "| --- | --- | --- |", ...rows].join("\n");
}

function capacityTable(constants: Constants): string {
  const all = sizes.map((phones) => capacityFor(phones, constants));
  const row = (name: string, value: (one: (typeof all)[number]) => number | string) =>
    `| ${name} | ${all
      .map(value)
      .map((cell) => (typeof cell === "number" ? short(cell) : cell))
      .join(" | ")} |`;
  return [
    row("phones", ({ phones }) => phones),
    `| --- | ${sizes.map(() => "---:").join(" | ")} |`,
    row(`classes of ${assumed.phonesPerClass}`, ({ classes }) => classes),
    row("nodes", ({ nodes }) => nodes),
    row("what asks for the next node", ({ binding }) => binding),
    row("processors, all nodes", ({ nodeProcessors }) => nodeProcessors),
    row("memory, all nodes, GB", ({ memoryGb }) => memoryGb),
    row("PostgreSQL: processors", ({ postgresProcessors }) => postgresProcessors),
    row("PostgreSQL: commits per second", ({ commits }) => commits),
    row("PostgreSQL: log, MB per second", ({ walMb }) => walMb),
    row("PostgreSQL: connections", ({ connections }) => connections),
    row("Redis: messages in per second", ({ redisMessages }) => redisMessages),
    row("Redis: MB out per second", ({ redisMbOut }) => redisMbOut),
    row("network to phones, Mbit per second", ({ networkMbit }) => networkMbit),
  ].join("\n");
}

function replace(document: string, mark: string, content: string): void {
  const path = fileURLToPath(new URL(`../../${document}`, import.meta.url));
  const text = readFileSync(path, "utf8");
  const [begin, end] = [`<!-- ${mark} -->`, `<!-- /${mark} -->`];
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`${document} has no place for its ${mark}`);
  writeFileSync(path, `${text.slice(0, from + begin.length)}\n${content}\n${text.slice(to)}`);
}
