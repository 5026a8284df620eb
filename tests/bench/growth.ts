import { setTimeout as pass } from "node:timers/promises";
import { type Child, openChild } from "@/tests/bench/child";
import { alone, compared, type Figure, type Goal } from "@/tests/bench/figures";
import { clock, growth, median } from "@/tests/bench/numbers";
import { gather } from "@/tests/bench/room";
import type { Usage } from "@/tests/bench/usage";
import {
  type AttuneVenue,
  answersOf,
  attuneVenue,
  choiceOf,
  openChoice,
  type Prompt,
} from "@/tests/bench/venues";

const group = "growth";
const levels = [100, 1000, 10_000, 100_000];
const [few, many] = [1000, 100_000];
const phones = 200;
const rounds = 5;
const tallyGoal: Goal = { of: "ratio", atMost: 1.2 };

type Grown = { venue: AttuneVenue; slideId: string; prompt: Prompt; level: number };
type Spent = { node: number; postgres: number };

/** Whether an answer, and the tally, cost more when there are many already; all to one prompt of one session. */
export async function measureGrowth(): Promise<{ figures: Figure[] }> {
  const child = await openChild("./attune-server.ts");
  const grown: Grown[] = [];
  for (const level of levels) grown.push(await grow(child, level));
  const spent = new Map(levels.map((level) => [level, [] as Spent[]]));
  for (let round = 0; round <= rounds; round += 1)
    for (const [index, one] of grown.entries()) {
      // Small ones would grow by what is measured: each round has fresh ones.
      const now = round > 0 && one.level <= few ? await grow(child, one.level) : one;
      const used = await spend(child, now);
      if (round > 0) spent.get(one.level)?.push(used);
      if (now !== one) {
        one.venue.close();
        grown[index] = now;
      }
    }
  const figures = [...spentFigures(spent), ...(await tallyFigures(child, grown))];
  for (const { venue } of grown) venue.close();
  await child.stop();
  return { figures };
}

async function grow(child: Child, level: number): Promise<Grown> {
  const venue = await attuneVenue(child);
  const slideId = choiceOf(venue);
  const prompt = await openChoice(venue, slideId);
  await child.ask("fill", { id: venue.session.id, ...prompt, count: level });
  return { venue, slideId, prompt, level };
}

/** What the answers of fresh phones cost, in ms of a processor per answer, with what is told of them afterwards. */
async function spend(child: Child, { venue, prompt }: Grown): Promise<Spent> {
  const room = await gather(venue, phones);
  const inputs = answersOf(prompt, phones);
  await pass(500);
  const before = await child.ask<Usage>("usage");
  await room.answer(inputs);
  await pass(300);
  const after = await child.ask<Usage>("usage");
  await leaveAll(room.phones);
  return {
    node: (after.cpuMs - before.cpuMs) / phones,
    postgres: ((after.postgresMs ?? Number.NaN) - (before.postgresMs ?? 0)) / phones,
  };
}

async function leaveAll(all: { leave: () => void }[]): Promise<void> {
  for (const phone of all) phone.leave();
  await pass(100);
}

function spentFigures(spent: Map<number, Spent[]>): Figure[] {
  const figures: Figure[] = [];
  for (const [who, name] of [
    ["node", "server"],
    ["postgres", "PostgreSQL"],
  ] as const) {
    const points = levels.map((level) => ({
      // In the middle of what was measured, there were so many.
      x: level + phones / 2,
      all: (spent.get(level) ?? []).map((used) => used[who]),
    }));
    for (const { x, all } of points)
      figures.push(
        alone(
          { group, figure: `${name}: processor per answer`, at: `after ${x - phones / 2}`, unit: "ms" },
          all,
        ),
      );
    const slopes = Array.from({ length: rounds }, (_, round) =>
      growth(points.map(({ x, all }) => ({ x, y: all[round] ?? Number.NaN }))),
    );
    const whole = growth(points.map(({ x, all }) => ({ x, y: median(all) })));
    const goal: Goal = { of: "value", atMost: 0.1 };
    const row = alone(
      { group, figure: `${name}: exponent by which it grows`, at: "100 to 100,000", unit: "", goal },
      slopes,
    );
    figures.push({ ...row, attune: whole, met: whole <= 0.1 });
  }
  return figures;
}

/** Releasing, and making the views with results, of many answers beside few, in turn. */
async function tallyFigures(child: Child, grown: Grown[]): Promise<Figure[]> {
  const pair = {
    few: grown.find(({ level }) => level === few),
    many: grown.find(({ level }) => level === many),
  };
  if (!pair.few || !pair.many) return [];
  const sides = { few: pair.few, many: pair.many };
  const times = { few: newTimes(), many: newTimes() };
  for (let round = 0; round < rounds; round += 1)
    for (const side of ["few", "many"] as const) await tally(child, sides[side], times[side], round);
  const row = (figure: string, of: (times: Times) => number[]) =>
    compared(
      { group, figure, at: "after 100,000", unit: "ms", goal: tallyGoal },
      "after 1,000",
      of(times.many),
      of(times.few),
    );
  return [
    row("tally: closing a prompt, with its release", ({ close }) => close),
    row("tally: showing results, from the press to the answer", ({ show }) => show),
    row("tally: the console's view with results", ({ view }) => view),
  ];
}

type Times = { close: number[]; show: number[]; view: number[] };
const newTimes = (): Times => ({ close: [], show: [], view: [] });

async function tally(child: Child, { venue, slideId, prompt }: Grown, times: Times, round: number) {
  if (round > 0) {
    // Open again, with enough new answers for one more release.
    await venue.step("prompt:open", { slideId });
    await child.ask("fill", { id: venue.session.id, ...prompt, count: 20 });
  }
  await pass(300);
  times.close.push(await timed(() => venue.step("prompt:close", { slideId })));
  for (let again = 0; again < 3; again += 1) {
    times.show.push(await timed(() => venue.step("results:show", { slideId })));
    times.view.push(await timed(() => venue.send("session:view", {})));
    await venue.step("results:hide", { slideId });
  }
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const began = clock();
  await act();
  return clock() - began;
}
