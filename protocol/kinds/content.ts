import { z } from "zod";
import { slideBase, slideViewBase } from "@/protocol/kinds/base";

export const contentSlide = z.object({ ...slideBase, kind: z.literal("content") });
export const contentView = z.object({ ...slideViewBase, kind: z.literal("content") });
