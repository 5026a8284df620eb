import { z } from "zod";
import { classId } from "@/protocol/ids";
import { slide } from "@/protocol/kinds";
import { html } from "@/protocol/kinds/base";
import { languages, limits } from "@/protocol/limits";

/** A class as its file says it; a session keeps a frozen copy of exactly this. */
export const deck = z.object({
  /** Names the class across its versions, as in `attachment`. */
  slug: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(60),
  title: z.string().min(1).max(120),
  /** One or two sentences for the library. */
  summary: z.string().max(400),
  language: z.enum(languages),
  slides: z.array(slide).min(1).max(limits.slides),
  /** What parents keep, as HTML; empty when the class has none. */
  handout: html,
});
export type Deck = z.infer<typeof deck>;

/** A row of the library. */
export const classCard = z.object({
  id: classId,
  title: z.string(),
  summary: z.string(),
  language: z.enum(languages),
  slides: z.number().int(),
  prompts: z.number().int(),
  minutes: z.number(),
});
export type ClassCard = z.infer<typeof classCard>;
