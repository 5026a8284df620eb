import type { KindFormat } from "@/content/format/kinds";
import { limits } from "@/protocol/limits";

const usual = 3;

export const words: KindFormat<"words"> = {
  read: (fields) => {
    const count = fields.number("count", { min: 1, max: limits.wordsPerResponse, whole: true });
    return { count: count ?? usual };
  },
  print: ({ count }) => (count === usual ? {} : { count }),
};
