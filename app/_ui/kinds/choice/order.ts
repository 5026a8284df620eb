import type { SlideViewOf, TallyOf } from "@/protocol/kinds";

/** The options with their counts, in the order in which results stand: a vote by its votes, all others as written. */
export function inOrder(slide: SlideViewOf<"choice">, results: TallyOf<"choice">) {
  const options = slide.options.map((option, index) => ({
    option,
    index,
    count: results.counts[index] ?? 0,
  }));
  return slide.ranked ? options.sort((a, b) => b.count - a.count || a.index - b.index) : options;
}
