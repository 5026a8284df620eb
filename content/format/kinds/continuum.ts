import { printItems } from "@/content/format/items";
import type { KindFormat } from "@/content/format/kinds";
import { limits } from "@/protocol/limits";

export const continuum: KindFormat<"continuum"> = {
  read: (fields) => {
    const zones = fields.items("zones", { min: 2, max: limits.zones, textMax: 60 });
    const scenarios = fields.items("scenarios", { min: 1, max: limits.scenarios, textMax: 240 });
    const written = fields.numbers("edges", { min: 1, max: 99, whole: true });
    if (!zones || !scenarios) return undefined;
    const edges = written ?? equalEdges(zones.length);
    const rising = edges.every((edge, index) => index === 0 || edge > (edges[index - 1] ?? 0));
    if (edges.length !== zones.length - 1 || !rising)
      return fields.fault(
        "edges",
        `“edges” says where each zone ends: ${zones.length - 1} rising whole numbers from 1 to 99 for ${zones.length} zones, as in [${equalEdges(zones.length).join(", ")}].`,
      );
    return { zones, edges, scenarios };
  },
  print: ({ zones, edges, scenarios }) => ({
    zones: printItems("zones", zones),
    ...(edges.join() === equalEdges(zones.length).join() ? {} : { edges }),
    scenarios: printItems("scenarios", scenarios),
  }),
};

function equalEdges(zones: number): number[] {
  return Array.from({ length: zones - 1 }, (_, index) => Math.round(((index + 1) * 100) / zones));
}
