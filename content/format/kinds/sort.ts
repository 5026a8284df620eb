import type { Item } from "@/content/format/fields";
import { findItem, printItems } from "@/content/format/items";
import type { KindFormat } from "@/content/format/kinds";
import { suggest } from "@/content/format/spelling";
import { limits } from "@/protocol/limits";

export const sort: KindFormat<"sort"> = {
  read: (fields) => {
    const bins = fields.items("bins", { min: 2, max: limits.bins, textMax: 240 });
    const statements = fields.items("statements", { min: 1, max: limits.sortStatements, textMax: 240 });
    const pairs = fields.pairs("correct") ?? [];
    if (!bins || !statements) return undefined;
    const correct: Record<string, string> = {};
    for (const [statement, bin] of pairs) {
      const found = known(statements, statement, "statement");
      const right = known(bins, bin, "bin");
      if (typeof found === "string" || typeof right === "string")
        fields.fault("correct", typeof found === "string" ? found : (right as string));
      else if (Object.hasOwn(correct, found.id))
        fields.fault("correct", `“correct” names the statement “${found.id}” twice.`);
      else correct[found.id] = right.id;
    }
    return { bins, statements, correct };
  },
  print: ({ bins, statements, correct }) => ({
    bins: printItems("bins", bins),
    statements: printItems("statements", statements),
    ...(Object.keys(correct).length === 0
      ? {}
      : { correct: Object.entries(correct).map(([statement, bin]) => ({ [statement]: bin })) }),
  }),
};

/** The item, or what is wrong with its name. */
function known(items: Item[], name: string, what: string): Item | string {
  return (
    findItem(items, name) ??
    `“correct” names no ${what}: “${name}”. ${suggest(
      name,
      items.map(({ id }) => id),
    )}`
  );
}
