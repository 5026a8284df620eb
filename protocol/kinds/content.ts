import { z } from "zod";
import { slideId } from "@/protocol/ids";
import { slideBase, slideViewBase } from "@/protocol/kinds/base";

export const contentSlide = z.object({
  ...slideBase,
  kind: z.literal("content"),
  /** An earlier prompt whose results this slide shows again; null for none. */
  recall: slideId.nullable(),
});
export const contentView = z.object({ ...slideViewBase, kind: z.literal("content") });
