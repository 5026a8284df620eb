import { z } from "zod";
import { classId, slideId } from "@/protocol/ids";
import { slide, slideView } from "@/protocol/kinds";
import { html } from "@/protocol/kinds/base";
import { languageTag } from "@/protocol/languages";
import { limits } from "@/protocol/limits";

const texts = {
  title: z.string().min(1).max(120),
  /** One or two sentences for the library. */
  summary: z.string().max(400),
  /** What parents keep, as HTML; empty when the class has none. */
  handout: html,
  /** What the facilitator reads beforehand, as HTML; empty when the class has none. */
  guide: html,
};

/**
 * A class in one more language: slides with the ids, kinds and items of the
 * class, in any order. A slide that is missing here is shown in the class's own language.
 */
export const translation = z.object({ ...texts, slides: z.record(slideId, slide) });
export type Translation = z.infer<typeof translation>;

/** A class as its files say it; a session keeps a frozen copy of exactly this. */
export const deck = z.object({
  /** Names the class across its versions, as in `attachment`. */
  slug: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(60),
  /** The language that `slides` are written in. */
  language: languageTag,
  ...texts,
  slides: z.array(slide).min(1).max(limits.slides),
  translations: z.record(languageTag, translation),
});
export type Deck = z.infer<typeof deck>;

/** A language that a class can be shown in, and the titles of the slides that it lacks. */
export const classLanguage = z.object({ language: languageTag, missing: z.array(z.string()) });
export type ClassLanguage = z.infer<typeof classLanguage>;

/** A row of the library. */
export const classCard = z.object({
  id: classId,
  title: z.string(),
  summary: z.string(),
  language: languageTag,
  /** Its own language first. */
  languages: z.array(classLanguage).min(1),
  slides: z.number().int(),
  prompts: z.number().int(),
  minutes: z.number(),
});
export type ClassCard = z.infer<typeof classCard>;

/** A class in one of its languages, to be read and printed. */
export const classPage = z.object({
  card: classCard,
  /** The language of what follows. */
  language: languageTag,
  title: z.string(),
  summary: z.string(),
  handout: html,
  guide: html,
  /** With right answers and explanations. */
  slides: z.array(slideView),
  /** Planned minutes by slide, in the same order. */
  minutes: z.array(z.number()),
});
export type ClassPage = z.infer<typeof classPage>;
