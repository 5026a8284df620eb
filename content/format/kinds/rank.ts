import { findItem, printItems } from "@/content/format/items";
import type { KindFormat } from "@/content/format/kinds";
import { limits } from "@/protocol/limits";

const usual = { first: "First", last: "Last" };

export const rank: KindFormat<"rank"> = {
  read: (fields) => {
    const items = fields.items("items", { min: 2, max: limits.rankItems, textMax: 240 });
    const first = fields.text("first", 60) || usual.first;
    const last = fields.text("last", 60) || usual.last;
    const named = fields.texts("correct");
    if (!items) return undefined;
    const correct = (named ?? []).map((name) => findItem(items, name)?.id);
    const whole = correct.length === items.length && new Set(correct).size === items.length;
    if (named && (!whole || correct.includes(undefined)))
      return fields.fault(
        "correct",
        `“correct” is the right order: each of ${items.map(({ id }) => `“${id}”`).join(", ")} once.`,
      );
    return { items, first, last, correct: correct as string[] };
  },
  print: ({ items, first, last, correct }) => ({
    items: printItems("items", items),
    ...(first === usual.first ? {} : { first }),
    ...(last === usual.last ? {} : { last }),
    ...(correct.length === 0 ? {} : { correct }),
  }),
};
