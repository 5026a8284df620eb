import type { Html } from "@/protocol/kinds/base";

/** A tag, or words in quotation marks with no more than emphasis inside. */
const tagOrQuote = /<[^>]*>|[“«](?:[^”»<]|<(em|strong)>[^<”»]*<\/\1>)*[”»]/g;

/**
 * Marks what the facilitator reads aloud: in notes, that is what stands in
 * quotation marks. Tags are taken whole, so nothing inside one is touched.
 */
export function markAloud(notes: Html): Html {
  return notes.replace(tagOrQuote, (found) =>
    found.startsWith("<") ? found : `<mark>${found}</mark>`,
  ) as Html;
}
