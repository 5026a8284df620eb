import type { KindFormat } from "@/content/format/kinds";
import { limits } from "@/protocol/limits";

const usualSeconds = 60;
const usualRhythm = [4, 0, 6, 0];

export const pause: KindFormat<"pause"> = {
  read: (fields) => {
    const seconds = fields.number("seconds", { min: 10, max: limits.pauseSeconds, whole: true });
    const breath = fields.numbers("rhythm", { min: 0, max: 20, whole: false }) ?? usualRhythm;
    const [inward = 0, hold = 0, out = 0, rest = 0] = breath;
    if (breath.length !== 4 || inward < 1 || out < 1)
      return fields.fault(
        "rhythm",
        "“rhythm” is four numbers of seconds: breathe in, hold, breathe out, rest, as in [4, 0, 6, 0]. Breathing in and out take at least 1.",
      );
    return { seconds: seconds ?? usualSeconds, rhythm: { in: inward, hold, out, rest } };
  },
  print: ({ seconds, rhythm }) => {
    const breath = [rhythm.in, rhythm.hold, rhythm.out, rhythm.rest];
    return {
      ...(seconds === usualSeconds ? {} : { seconds }),
      ...(breath.join() === usualRhythm.join() ? {} : { rhythm: breath }),
    };
  },
};
