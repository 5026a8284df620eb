import { findItem, printItems } from "@/content/format/items";
import type { KindFormat } from "@/content/format/kinds";
import { suggest } from "@/content/format/spelling";
import { type SlideId, slideId } from "@/protocol/ids";
import { limits } from "@/protocol/limits";

export const choice: KindFormat<"choice"> = {
  read: (fields) => {
    const from = fields.text("from", 60);
    if (from !== undefined) return readVote(fields, from);
    const options = fields.items("options", { min: 2, max: limits.options, textMax: 240 });
    const most = options?.length ?? limits.options;
    const pick = fields.number("pick", { min: 1, max: most, whole: true });
    const named = fields.texts("correct") ?? [];
    if (!options) return undefined;
    const correct: string[] = [];
    for (const name of named) {
      const option = findItem(options, name);
      if (option && !correct.includes(option.id)) correct.push(option.id);
      if (!option)
        fields.fault(
          "correct",
          `“correct” names no option: “${name}”. ${suggest(
            name,
            options.map(({ text }) => text),
          )}`,
        );
    }
    return { options, pick: pick ?? 1, correct, from: null };
  },
  print: ({ options, pick, correct, from }) => ({
    ...(from === null ? { options: printItems("options", options) } : { from }),
    ...(pick === 1 ? {} : { pick }),
    ...(correct.length === 0 ? {} : { correct: correct.length === 1 ? correct[0] : correct }),
  }),
};

/** A vote on the themes of an earlier slide, which are made only in the room. */
function readVote(fields: Parameters<KindFormat<"choice">["read"]>[0], from: string) {
  const pick = fields.number("pick", { min: 1, max: limits.themes, whole: true });
  for (const name of ["options", "correct"])
    if (fields.has(name))
      fields.fault(name, `“${name}” cannot stand beside “from”: the themes are the options.`);
  const named = slideId.safeParse(from);
  if (!named.success) return fields.fault("from", `“from” names no slide: “${from}”.`);
  return { options: [], pick: pick ?? 1, correct: [], from: named.data as SlideId };
}
