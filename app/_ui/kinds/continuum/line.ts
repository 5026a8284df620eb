import type { SlideViewOf } from "@/protocol/kinds";

export type Line = Pick<SlideViewOf<"continuum">, "zones" | "edges">;

/** The zone that a place lies in: an edge belongs to the zone that begins there. */
export function zoneOf({ edges }: Pick<Line, "edges">, place: number): number {
  return edges.filter((edge) => place >= edge).length;
}

/** Where a zone begins and ends on the line. */
export function spanOf({ edges }: Pick<Line, "edges">, zone: number): { from: number; to: number } {
  return { from: edges[zone - 1] ?? 0, to: edges[zone] ?? 100 };
}

/** Rounded down, so that it lies inside even the narrowest zone. */
export function middleOf(line: Pick<Line, "edges">, zone: number): number {
  const { from, to } = spanOf(line, zone);
  return Math.floor((from + to) / 2);
}
