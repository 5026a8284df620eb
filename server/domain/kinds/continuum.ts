import type { SlideOf } from "@/protocol/kinds";
import { continuum } from "@/protocol/limits";
import type { PromptRules } from "@/server/domain/kinds";
import { rowsOfHands } from "@/server/domain/kinds/hands";
import { pairsOf } from "@/server/domain/kinds/pairs";
import { countOf } from "@/server/domain/published";
import { quantile } from "@/server/domain/quantile";

/** Places on the line go from 0 to this. */
const longest = 100;

type Line = Pick<SlideOf<"continuum">, "zones" | "edges">;

export const continuumRules: PromptRules<"continuum"> = {
  freeText: false,
  accept(slide, value) {
    const places: Record<string, number> = {};
    for (const { id } of slide.scenarios) {
      const place = Object.hasOwn(value.places, id) ? value.places[id] : undefined;
      if (place === undefined) return undefined;
      places[id] = place;
    }
    const extra = Object.keys(value.places).length > slide.scenarios.length;
    return extra ? undefined : { kind: "continuum", places };
  },
  parts: ({ places }) => pairsOf(places),
  tally: (slide, sums) => ({
    kind: "continuum",
    responses: sums.responses,
    scenarios: slide.scenarios.map(({ id }) => {
      const places = Array.from({ length: longest + 1 }, (_, place) => countOf(sums, `${id}/${place}`));
      return {
        density: gathered(places, continuum.stretches, stretchOf),
        zones: gathered(places, slide.zones.length, (place) => zoneOf(slide, place)),
        median: quantile(places, 0, 0.5),
        lower: quantile(places, 0, 0.25),
        upper: quantile(places, 0, 0.75),
      };
    }),
  }),
  view: ({ zones, edges, scenarios }, base) => ({ ...base, kind: "continuum", zones, edges, scenarios }),
  // A hand names a zone; it is placed in the zone's middle.
  fromHands(slide, { voices, scenarios }) {
    const shape = { statements: slide.scenarios.length, answers: slide.zones.length };
    return rowsOfHands(scenarios, voices, shape)?.map((row) => ({
      kind: "continuum",
      places: Object.fromEntries(slide.scenarios.map(({ id }, at) => [id, middleOf(slide, row[at] ?? 0)])),
    }));
  },
};

/** The zone that a place lies in: an edge belongs to the zone on its right. */
function zoneOf({ edges }: Line, place: number): number {
  return edges.filter((edge) => place >= edge).length;
}

function middleOf({ edges }: Line, zone: number): number {
  return Math.floor(((zone === 0 ? 0 : (edges[zone - 1] ?? 0)) + (edges[zone] ?? 100)) / 2);
}

/** The last stretch holds 100 too. */
function stretchOf(place: number): number {
  return Math.min(Math.floor((place * continuum.stretches) / 100), continuum.stretches - 1);
}

/** How many lie in each part of the line, where `places` tells how many lie at each place. */
function gathered(places: number[], length: number, at: (place: number) => number): number[] {
  const counts = Array<number>(length).fill(0);
  for (const [place, count] of places.entries()) counts[at(place)] = (counts[at(place)] ?? 0) + count;
  return counts;
}
