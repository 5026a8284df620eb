import { z } from "zod";

/** The language of a class or of a reader, as a short tag: `es`, `pt-BR`, `zh-Hant`. */
export const languageTag = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$/, "use a language tag such as “en” or “pt-BR”");
