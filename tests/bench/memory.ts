import { setTimeout as pass } from "node:timers/promises";
import { openChild } from "@/tests/bench/child";
import { compared, type Figure } from "@/tests/bench/figures";
import { gather, type Venue } from "@/tests/bench/room";
import type { Memory, Usage } from "@/tests/bench/usage";
import { attuneVenue, bareVenue } from "@/tests/bench/venues";

const group = "memory";
const phones = 3000;
const rounds = 3;
const idleMs = 2000;

/** What a phone that is only there costs: bytes, files, and ms of a processor per second. */
export type IdleUsed = { rss: number; heap: number; files: number | null; idleMs: number };
type Side = { open: () => Promise<{ venue: Venue; stop: () => Promise<void> }>; used: IdleUsed[] };

/** Memory per connected phone, in fresh processes, in turn, after their garbage is gone. */
export async function measureMemory(): Promise<{ figures: Figure[]; used: IdleUsed[] }> {
  const attune: Side = { used: [], open: () => opened("./attune-server.ts", attuneVenue) };
  const bare: Side = { used: [], open: () => opened("./bare-server.ts", bareVenue) };
  for (let round = 0; round < rounds; round += 1)
    for (const side of [attune, bare]) side.used.push(await measureSide(side));
  const row = (figure: string, of: (used: IdleUsed) => number) =>
    compared(
      { group, figure, at: "3,000 phones", unit: "kB", goal: { of: "ratio", atMost: 1.2 } },
      "bare",
      attune.used.map(of),
      bare.used.map(of),
    );
  return {
    figures: [
      row("memory per phone, resident", ({ rss }) => rss / 1024),
      row("memory per phone, JavaScript heap and buffers", ({ heap }) => heap / 1024),
    ],
    used: attune.used,
  };
}

async function opened<V extends Venue & { close: () => void }>(
  program: string,
  venueOf: (child: Awaited<ReturnType<typeof openChild>>) => Promise<V>,
) {
  const child = await openChild(program);
  const venue = await venueOf(child);
  return {
    venue,
    stop: async () => {
      venue.close();
      await child.stop();
    },
  };
}

async function measureSide({ open }: Side): Promise<IdleUsed> {
  const { venue, stop } = await open();
  const { child } = venue;
  // Code, pools and caches that come with the first phones are not the phones'.
  await (await gather(venue, 100)).leave();
  const empty = await child.ask<Memory>("memory");
  const files = await child.ask<number | null>("files");
  const room = await gather(venue, phones, 250);
  const full = await child.ask<Memory>("memory");
  const filesNow = await child.ask<number | null>("files");
  const began = await child.ask<Usage>("usage");
  await pass(idleMs);
  const ended = await child.ask<Usage>("usage");
  await room.leave();
  await stop();
  return {
    rss: (full.rss - empty.rss) / phones,
    heap: (full.heap - empty.heap) / phones,
    files: filesNow === null ? null : (filesNow - (files ?? 0)) / phones,
    idleMs: (ended.cpuMs - began.cpuMs) / (idleMs / 1000) / phones,
  };
}
