import { z } from "zod";
import { slideBase, slideViewBase } from "@/protocol/kinds/base";
import { limits } from "@/protocol/limits";

const shape = {
  seconds: z.number().int().min(10).max(limits.timerSeconds),
  /** Into how many equal turns the time is divided: 2 when each listens once, 1 for a free talk. */
  turns: z.number().int().min(1).max(4),
};

export const pairSlide = z.object({ ...slideBase, kind: z.literal("pair"), ...shape });
export const pairView = z.object({ ...slideViewBase, kind: z.literal("pair"), ...shape });
