import type { ArrivalUsed } from "@/tests/bench/arriving";
import type { Used } from "@/tests/bench/live";
import type { IdleUsed } from "@/tests/bench/memory";
import { line, median } from "@/tests/bench/numbers";

/** What one phone and one answer cost, measured; ms are of one processor of the bench's machine. */
export type Constants = {
  memoryBytes: number;
  files: number;
  idleMsPerSecond: number;
  arrivalMs: number;
  arrivalPostgresMs: number;
  changeMs: number;
  changePostgresMs: number;
  changeWalBytes: number;
  pushMs: number;
  pushBytes: number;
  answerMs: number;
  answerPostgresMs: number;
  answerWalBytes: number;
};

/** What is not measured but chosen; docs/scale.md gives the reasons. */
export const assumed = {
  phonesPerClass: 30,
  classMinutes: 90,
  /** Changes that phones are told of: slides, reveals, openings, closings, results. */
  changesPerClass: 120,
  answersPerPhone: 12,
  /** How much more the busiest seconds bring than the mean. */
  peak: 3,
  /** Everybody comes within so many seconds. */
  arrivalSeconds: 300,
  /** How much of a processor, of memory and of sockets one node is given. */
  nodeLoad: 0.5,
  nodeMemoryBytes: 1e9,
  nodePhones: 20_000,
  /** Groups of answers that one node commits a second at most: collecting and writing take some 10 ms. */
  groupsPerNode: 100,
  connectionsPerNode: 10,
};

type Measured = { live: Used[]; arriving: ArrivalUsed[]; idle: IdleUsed[] };

/** Medians over the rounds; of groups that did not run there are none. */
export function constantsOf({ live, arriving, idle }: Measured): Partial<Constants> {
  const of = <T>(all: T[], value: (one: T) => number | null) =>
    all.length === 0 ? undefined : median(all.map((one) => value(one) ?? Number.NaN));
  // What a change costs by itself, and what it costs more with each phone, show at rooms of different sizes.
  const sizes = new Set(live.map(({ phones }) => phones)).size;
  const change = line(live.map(({ phones, changeMs }) => ({ x: phones, y: changeMs })));
  const constants = {
    // What the system counts; the heap alone when that is more, since it may hold on to freed pages.
    memoryBytes: of(idle, ({ rss, heap }) => Math.max(rss, heap)),
    files: of(idle, ({ files }) => files),
    idleMsPerSecond: of(idle, ({ idleMs }) => idleMs),
    arrivalMs: of(arriving, ({ arrivalMs }) => arrivalMs),
    arrivalPostgresMs: of(arriving, ({ arrivalPostgresMs }) => arrivalPostgresMs),
    changeMs: sizes > 1 ? Math.max(0, change.begin) : undefined,
    changePostgresMs: of(live, ({ changePostgresMs }) => changePostgresMs),
    changeWalBytes: of(live, ({ changeWal }) => changeWal),
    pushMs: sizes > 1 ? change.rise : undefined,
    pushBytes: of(live, ({ pushBytes }) => pushBytes),
    answerMs: of(live, ({ answerMs }) => answerMs),
    answerPostgresMs: of(live, ({ answerPostgresMs }) => answerPostgresMs),
    answerWalBytes: of(live, ({ answerWal }) => answerWal),
  };
  return Object.fromEntries(Object.entries(constants).filter(([, value]) => value !== undefined));
}

/** What so many phones need, in classes of their own, in their busiest seconds. */
export function capacityFor(phones: number, constants: Constants) {
  const seconds = assumed.classMinutes * 60;
  const classes = phones / assumed.phonesPerClass;
  const changes = (classes * assumed.changesPerClass * assumed.peak) / seconds;
  const told = changes * assumed.phonesPerClass;
  const answers = (phones * assumed.answersPerPhone * assumed.peak) / seconds;
  const arrivals = phones / assumed.arrivalSeconds;
  const nodeMs =
    phones * constants.idleMsPerSecond +
    changes * constants.changeMs +
    told * constants.pushMs +
    answers * constants.answerMs +
    arrivals * constants.arrivalMs;
  const needs = {
    processor: nodeMs / 1000 / assumed.nodeLoad,
    memory: (phones * constants.memoryBytes) / assumed.nodeMemoryBytes,
    sockets: phones / assumed.nodePhones,
  };
  const nodes = Math.max(1, Math.ceil(Math.max(...Object.values(needs))));
  const binding = Object.entries(needs).sort(([, a], [, b]) => b - a)[0]?.[0] ?? "";
  const commits = changes + Math.min(answers, nodes * assumed.groupsPerNode);
  return {
    phones,
    classes,
    nodes,
    binding,
    nodeProcessors: nodeMs / 1000,
    memoryGb: (phones * constants.memoryBytes) / 1e9,
    postgresProcessors:
      (changes * constants.changePostgresMs +
        answers * constants.answerPostgresMs +
        arrivals * constants.arrivalPostgresMs) /
      1000,
    commits,
    walMb: (changes * constants.changeWalBytes + answers * constants.answerWalBytes) / 1e6,
    connections: nodes * assumed.connectionsPerNode,
    // One message per audience: phones of a language, screen, console; every node hears each of them.
    redisMessages: nodes > 1 ? changes * 3 : 0,
    redisMbOut: nodes > 1 ? (changes * constants.pushBytes * 3 * nodes) / 1e6 : 0,
    networkMbit: (told * constants.pushBytes * 8) / 1e6,
  };
}
