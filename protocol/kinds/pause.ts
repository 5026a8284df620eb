import { z } from "zod";
import { slideBase, slideViewBase } from "@/protocol/kinds/base";
import { limits } from "@/protocol/limits";

const second = z.number().min(0).max(20);

/** The seconds of one breath: in, hold, out, rest. Holds may be none. */
export const rhythm = z.object({ in: second.min(1), hold: second, out: second.min(1), rest: second });
export type Rhythm = z.infer<typeof rhythm>;

export const pauseSlide = z.object({
  ...slideBase,
  kind: z.literal("pause"),
  /** As the class plans it; the facilitator may set both anew. */
  seconds: z.number().int().min(10).max(limits.pauseSeconds),
  rhythm,
});

export const pauseView = z.object({
  ...slideViewBase,
  kind: z.literal("pause"),
  seconds: z.number().int(),
  /** As it is now: the facilitator's, or else the class's. */
  rhythm,
});
