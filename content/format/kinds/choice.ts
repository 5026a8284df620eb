import type { Item } from "@/content/format/fields";
import { printItems } from "@/content/format/items";
import type { KindFormat } from "@/content/format/kinds";
import { suggest } from "@/content/format/spelling";
import { limits } from "@/protocol/limits";

export const choice: KindFormat<"choice"> = {
  read: (fields) => {
    const options = fields.items("options", { min: 2, max: limits.options, textMax: 240 });
    const most = options?.length ?? limits.options;
    const pick = fields.number("pick", { min: 1, max: most, whole: true });
    const named = fields.texts("correct") ?? [];
    if (!options) return undefined;
    const correct: string[] = [];
    for (const name of named) {
      const option = find(options, name);
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
    return { options, pick: pick ?? 1, correct };
  },
  print: ({ options, pick, correct }) => ({
    options: printItems("options", options),
    ...(pick === 1 ? {} : { pick }),
    ...(correct.length === 0 ? {} : { correct: correct.length === 1 ? correct[0] : correct }),
  }),
};

/** An option is named by its id or by its text, whichever the author has at hand. */
function find(options: Item[], name: string): Item | undefined {
  return (
    options.find(({ id }) => id === name) ??
    options.find(({ text }) => text.toLowerCase() === name.toLowerCase())
  );
}
