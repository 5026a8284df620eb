import { setTimeout as pass } from "node:timers/promises";
import { type Child, openChild } from "@/tests/bench/child";
import type { Figure } from "@/tests/bench/figures";
import { answerFigures, pushFigures } from "@/tests/bench/live-figures";
import { clock, median } from "@/tests/bench/numbers";
import { gather, type Room } from "@/tests/bench/room";
import type { Usage } from "@/tests/bench/usage";
import {
  type AttuneVenue,
  answersOf,
  attuneVenue,
  bareVenue,
  choiceOf,
  openChoice,
} from "@/tests/bench/venues";

const pushes = { before: 2, counted: 10 };
const answers = { before: 1, counted: 3 };
/** So many connect together where arriving is not what is measured. */
const atOnce = 250;
/** When each phone had a slide, in ms. */
type Push = { fromPress: number[]; fromCommit: number[] };
/** What one block of rounds gave. */
export type Block = { pushes: Push[]; answering: number[]; used?: Used };
/** What a change cost with so many phones to tell, and what an answer cost: ms of a processor, and bytes. */
export type Used = {
  phones: number;
  changeMs: number;
  changePostgresMs: number | null;
  changeWal: number;
  pushBytes: number;
  answerMs: number;
  answerPostgresMs: number | null;
  answerWal: number;
};

/** Pushing slides and answering, for each size in blocks of rounds: Attune, bare, grouping, and again. */
export async function measureLive(
  sizes: number[],
  blocks: number,
): Promise<{ figures: Figure[]; used: Used[] }> {
  const [attune, bare, grouping] = await Promise.all(
    ["./attune-server.ts", "./bare-server.ts", "./grouping-server.ts"].map((program) => openChild(program)),
  );
  if (!attune || !bare || !grouping) throw new Error("the servers did not start");
  const figures: Figure[] = [];
  const used: Used[] = [];
  // Code that has not run yet is slow, on every side.
  for (let round = 0; round < 2; round += 1) await measureBlock(attune, bare, grouping, 100);
  for (const phones of sizes) {
    const all = [];
    for (let block = 0; block < blocks; block += 1)
      all.push(await measureBlock(attune, bare, grouping, phones));
    figures.push(...pushFigures(phones, all), ...answerFigures(phones, all));
    used.push(...all.flatMap((block) => block.attune.used ?? []));
  }
  await Promise.all([attune, bare, grouping].map((child) => child.stop()));
  return { figures, used };
}

export type Blocks = { attune: Block; bare: Block; grouping: Block };

async function measureBlock(attune: Child, bare: Child, grouping: Child, phones: number): Promise<Blocks> {
  const { block, packets, inputs } = await onAttune(attune, phones);
  await bare.ask("payloads", packets);
  return {
    attune: block,
    bare: await onBare(bare, phones, packets, inputs),
    grouping: await onGrouping(grouping, phones, inputs),
  };
}

/** Also answers what it pushed, packet by packet, and what its phones sent, for the others to do the same. */
async function onAttune(child: Child, phones: number) {
  const venue = await attuneVenue(child);
  const room = await gather(venue, phones, atOnce);
  const packets: string[] = [];
  const push = async (): Promise<Push> => {
    const rev = venue.view().rev + 1;
    const taken = await measurePush(child, room, rev, () => venue.step("slide:next"));
    packets.push(room.newest());
    return taken;
  };
  for (let round = 0; round < pushes.before; round += 1) await push();
  const before = await spentSoFar(child);
  const pushed: Push[] = [];
  for (let round = 0; round < pushes.counted; round += 1) pushed.push(await push());
  const between = await spentSoFar(child);

  const { answering, used, inputs } = await everybodyAnswers(venue, room, phones);
  await room.leave();
  venue.close();
  const sizes = packets.slice(pushes.before).map((packet) => packet.length);
  const change = perUnit(before, between, pushes.counted);
  const block: Block = {
    pushes: pushed,
    answering,
    used: {
      ...used,
      phones,
      changeMs: change.ms,
      changePostgresMs: change.postgresMs,
      changeWal: change.wal,
      pushBytes: median(sizes),
    },
  };
  return { block, packets, inputs };
}

async function everybodyAnswers(venue: AttuneVenue, room: Room, phones: number) {
  const { child } = venue;
  const inputs: string[][] = [];
  const answering: number[] = [];
  const spent: Spent[] = [];
  for (let round = 0; round < answers.before + answers.counted; round += 1) {
    // Two choices, each asked twice.
    const prompt = await openChoice(venue, choiceOf(venue, round % 2));
    await settled(room, venue.view().rev);
    const sent = answersOf(prompt, phones);
    const before = await spentSoFar(child);
    answering.push(await room.answer(sent));
    spent.push(perUnit(before, await spentSoFar(child), phones));
    inputs.push(sent);
  }
  const counted = spent.slice(answers.before);
  return {
    inputs,
    answering: answering.slice(answers.before),
    used: {
      answerMs: median(counted.map(({ ms }) => ms)),
      answerPostgresMs: median(counted.map(({ postgresMs }) => postgresMs ?? Number.NaN)),
      answerWal: median(counted.map(({ wal }) => wal)),
    },
  };
}

type Spent = { ms: number; postgresMs: number | null; wal: number };

const spentSoFar = async (child: Child) => ({
  usage: await child.ask<Usage>("usage"),
  wal: await child.ask<number>("wal"),
});
type SoFar = Awaited<ReturnType<typeof spentSoFar>>;

function perUnit(before: SoFar, after: SoFar, units: number): Spent {
  const { postgresMs } = after.usage;
  return {
    ms: (after.usage.cpuMs - before.usage.cpuMs) / units,
    postgresMs: postgresMs === null ? null : (postgresMs - (before.usage.postgresMs ?? 0)) / units,
    wal: (after.wal - before.wal) / units,
  };
}

/** Until the first phone, whose packet came last of all that were written before it, has this revision. */
async function settled(room: Room, rev: number): Promise<void> {
  while (!room.newest().includes(`"rev":${rev},`)) await pass(5);
  await pass(20);
}

async function onBare(child: Child, phones: number, packets: string[], inputs: string[][]): Promise<Block> {
  const venue = await bareVenue(child);
  const room = await gather(venue, phones, atOnce);
  const pushed: Push[] = [];
  for (const [index, packet] of packets.entries()) {
    const rev = Number(/"rev":(\d+)/.exec(packet)?.[1]);
    pushed.push(await measurePush(child, room, rev, () => venue.push(index)));
  }
  const answering = [];
  for (const sent of inputs) answering.push(await room.answer(sent));
  await room.leave();
  venue.close();
  return { pushes: pushed.slice(pushes.before), answering: answering.slice(answers.before) };
}

async function onGrouping(child: Child, phones: number, inputs: string[][]): Promise<Block> {
  const room = await gather({ child, handshake: () => "{}", arrivesWith: "connection" }, phones, atOnce);
  const answering = [];
  for (const sent of inputs) answering.push(await room.answer(sent));
  await room.leave();
  return { pushes: [], answering: answering.slice(answers.before) };
}

async function measurePush(child: Child, room: Room, rev: number, press: () => Promise<void>): Promise<Push> {
  const heard = room.hear(rev);
  const pressedAt = clock();
  const [times] = await Promise.all([heard, press()]);
  const committedAt = await child.ask<number>("committed");
  return {
    fromPress: times.map((time) => time - pressedAt),
    fromCommit: times.map((time) => time - committedAt),
  };
}
