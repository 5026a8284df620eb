import { openChild } from "@/tests/bench/child";
import { against, compared, type Figure } from "@/tests/bench/figures";
import { gather } from "@/tests/bench/room";
import type { Usage } from "@/tests/bench/usage";
import { attuneVenue, bareVenue } from "@/tests/bench/venues";

const group = "arriving";
const phones = 1000;
const rounds = 5;
/** 1,000 phones that join at the best open peer, in ms (docs/performance.md). */
const peerMs = 5200;

/** What one phone costs when it comes in, in ms of a processor. */
export type ArrivalUsed = { arrivalMs: number; arrivalPostgresMs: number | null };

/** A whole room connects in one go: at Attune each with its handshake, attendance and first view. */
export async function measureArriving(): Promise<{ figures: Figure[]; used: ArrivalUsed[] }> {
  const [attune, bare] = await Promise.all([openChild("./attune-server.ts"), openChild("./bare-server.ts")]);
  const times: Record<"attune" | "bare", number[]> = { attune: [], bare: [] };
  const used: ArrivalUsed[] = [];
  // The first round is for code that has not run yet.
  for (let round = 0; round <= rounds; round += 1) {
    const venue = await attuneVenue(attune);
    const before = await attune.ask<Usage>("usage");
    const room = await gather(venue, phones);
    const after = await attune.ask<Usage>("usage");
    await room.leave();
    venue.close();

    const other = await bareVenue(bare);
    const otherRoom = await gather(other, phones);
    await otherRoom.leave();
    other.close();
    if (round === 0) continue;
    times.attune.push(room.arrivedMs);
    times.bare.push(otherRoom.arrivedMs);
    used.push({
      arrivalMs: (after.cpuMs - before.cpuMs) / phones,
      arrivalPostgresMs:
        after.postgresMs === null ? null : (after.postgresMs - (before.postgresMs ?? 0)) / phones,
    });
  }
  await Promise.all([attune.stop(), bare.stop()]);
  const place = {
    group,
    figure: "a room arriving in one go, all with their view",
    at: "1,000 phones",
    unit: "ms",
  };
  return {
    figures: [
      compared({ ...place, goal: { of: "ratio", atMost: 1.5 } }, "bare connect", times.attune, times.bare),
      against({ ...place, goal: { of: "ratio", atLeast: 4 } }, "best open peer", times.attune, peerMs),
    ],
    used,
  };
}
