import { fleschKincaid } from "flesch-kincaid";
import { syllable } from "syllable";

const sentences = new Intl.Segmenter("en", { granularity: "sentence" });

/** Each paragraph and each line of a list on its own, as they are read. */
export function blocksOf(html: string): string[] {
  return html
    .split(/<\/?(?:p|li|ul|ol|h[1-6]|blockquote|hr)\b[^>]*>/)
    .map((block) =>
      block
        .replace(/<[^>]+>/g, "")
        .replaceAll("&amp;", "&")
        .trim(),
    )
    .filter((block) => block !== "");
}

/**
 * The school grade (Flesch–Kincaid) in which a text is understood: 5 to 6 is
 * the age of eleven to twelve. A block ends a sentence, with or without a full stop.
 */
export function readingGrade(blocks: string[]): number {
  const counts = { sentence: 0, word: 0, syllable: 0 };
  for (const block of blocks) {
    const words = wordsOf(block);
    if (words.length === 0) continue;
    counts.sentence += [...sentences.segment(block)].filter(
      ({ segment }) => wordsOf(segment).length > 0,
    ).length;
    counts.word += words.length;
    for (const word of words) counts.syllable += Math.max(1, syllable(word));
  }
  return fleschKincaid(counts);
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu) ?? [];
}
