import type { SlideOf } from "@/protocol/kinds";
import { continuum } from "@/protocol/limits";
import type { PromptRules } from "@/server/domain/kinds";
import { rowsOfHands } from "@/server/domain/kinds/hands";
import { quantile } from "@/server/domain/quantile";

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
  tally: (slide, values) => ({
    kind: "continuum",
    responses: values.length,
    scenarios: slide.scenarios.map(({ id }) => {
      const places = values.flatMap((value) => value.places[id] ?? []).sort((a, b) => a - b);
      return {
        density: counted(places, continuum.stretches, stretchOf),
        zones: counted(places, slide.zones.length, (place) => zoneOf(slide, place)),
        median: quantile(places, 0.5),
        lower: quantile(places, 0.25),
        upper: quantile(places, 0.75),
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

function counted(places: number[], length: number, at: (place: number) => number): number[] {
  const counts = Array<number>(length).fill(0);
  for (const place of places) counts[at(place)] = (counts[at(place)] ?? 0) + 1;
  return counts;
}
