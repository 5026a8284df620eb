const sentences = new Intl.Segmenter("es", { granularity: "sentence" });

/**
 * How easily a Spanish text is read: the scale INFLESZ, on which 65 to 80 is “fairly easy” and more is
 * “very easy” (Barrio-Cantalejo and others, 2008; the formula is Szigriszt-Pazos's). Flesch–Kincaid's
 * grades are made for English, whose words are shorter. A block ends a sentence, with or without a full stop.
 */
export function spanishEase(blocks: string[]): number {
  const counts = { sentences: 0, words: 0, syllables: 0 };
  for (const { segment } of blocks.flatMap((block) => [...sentences.segment(block)])) {
    const words = segment.match(/\p{L}+/gu) ?? [];
    if (words.length === 0) continue;
    counts.sentences += 1;
    counts.words += words.length;
    counts.syllables += words.reduce((sum, word) => sum + syllablesOf(word), 0);
  }
  return 206.835 - (62.3 * counts.syllables) / counts.words - counts.words / counts.sentences;
}

/**
 * A syllable is a strong vowel (a, e, o) or a stressed weak one (í, ú); other i and u lean on it, or make
 * one syllable among themselves. Written Spanish is regular enough for that; `syllable` counts English.
 */
export function syllablesOf(word: string): number {
  const sounded = word
    .toLowerCase()
    .normalize("NFC")
    .replace(/qu|gu(?=[eéií])/g, "g")
    .replace(/h/g, "")
    .replace(/y(?![aeiouáéíóúü])/g, "i");
  const groups = sounded.match(/[aeiouáéíóúü]+/g) ?? [];
  const nuclei = groups.map((group) => Math.max(1, group.match(/[aeoáéóíú]/g)?.length ?? 0));
  return Math.max(
    1,
    nuclei.reduce((sum, count) => sum + count, 0),
  );
}
