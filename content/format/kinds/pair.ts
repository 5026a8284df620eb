import type { KindFormat } from "@/content/format/kinds";
import { limits } from "@/protocol/limits";

const usual = { seconds: 180, turns: 1 };

export const pair: KindFormat<"pair"> = {
  read: (fields) => {
    const seconds = fields.number("seconds", { min: 10, max: limits.timerSeconds, whole: true });
    const turns = fields.number("turns", { min: 1, max: 4, whole: true });
    return { seconds: seconds ?? usual.seconds, turns: turns ?? usual.turns };
  },
  print: ({ seconds, turns }) => ({
    ...(seconds === usual.seconds ? {} : { seconds }),
    ...(turns === usual.turns ? {} : { turns }),
  }),
};
