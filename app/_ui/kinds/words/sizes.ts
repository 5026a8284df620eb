/** As many words as a projector can hold and a room can read. */
export const wordsOnScreen = 48;

/** A word, how often it was given, and its size as a multiple of the text around it. */
export type SizedWord = { text: string; count: number; size: number };

const smallest = 1;
const largest = 2.6;

/**
 * Sizes by how often a word was given, on a root scale: areas, not heights, are what the
 * eye compares. When all were given equally often they are equally, and not hugely, large.
 */
export function sizeWords(words: { text: string; count: number }[], atMost = wordsOnScreen): SizedWord[] {
  const kept = [...words].sort((a, b) => b.count - a.count).slice(0, atMost);
  const most = kept[0]?.count ?? 1;
  const least = kept.at(-1)?.count ?? 1;
  if (most === least) return kept.map((word) => ({ ...word, size: kept.length > 20 ? 1.2 : 1.6 }));
  const part = (count: number) =>
    (Math.sqrt(count) - Math.sqrt(least)) / (Math.sqrt(most) - Math.sqrt(least));
  return kept.map((word) => ({ ...word, size: round(smallest + (largest - smallest) * part(word.count)) }));
}

const round = (size: number) => Math.round(size * 100) / 100;
