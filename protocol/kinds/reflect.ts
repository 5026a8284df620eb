import { z } from "zod";
import { promptBase, slideBase, slideViewBase } from "@/protocol/kinds/base";

const shape = {
  /** The words that the sentence may begin with; empty for none. */
  starter: z.string().max(120),
  /** Marks the one intention that the keepsake puts first. */
  intention: z.boolean(),
};

export const reflectSlide = z.object({ ...slideBase, ...promptBase, kind: z.literal("reflect"), ...shape });
export const reflectView = z.object({ ...slideViewBase, kind: z.literal("reflect"), ...shape });

/** That somebody is done. What was written never leaves the phone, so there is no field for it. */
export const reflectResponse = z.strictObject({ kind: z.literal("reflect") });

export const reflectTally = z.object({ kind: z.literal("reflect"), responses: z.number().int() });
