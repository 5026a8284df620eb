import { z } from "zod";

/**
 * What a person typed: control characters and broken halves of characters, which
 * PostgreSQL's JSON cannot hold, are dropped; the rest is kept as it is.
 */
export function typedText(most: number) {
  return z
    .string()
    .max(most * 4) // before cleaning: a bound on what is worth looking at
    .transform((text) =>
      text
        .toWellFormed()
        // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are to go; tab and line feed stay
        .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "")
        .trim(),
    )
    .pipe(z.string().min(1).max(most));
}
