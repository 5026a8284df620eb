import type { PromptRules } from "@/server/domain/kinds";

export const wordsRules: PromptRules<"words"> = {
  freeText: true,
  accept(slide, value) {
    const words = value.words.map((word) => word.replace(/\s+/g, " ").trim()).filter(Boolean);
    return words.length > 0 && words.length <= slide.count ? { kind: "words", words } : undefined;
  },
  tally(slide, values, { marks, holds }) {
    const words = mergeWords(values.map((value) => value.words)).map(({ text, count, forms }) => {
      const [own, ...others] = forms.map((form) => marks[wordKey(slide.id, form)]);
      const mark = own ?? others.find((one) => one === "hidden") ?? others.find(Boolean) ?? ("none" as const);
      // A word says no language: the filter looks at it in every one that it knows.
      return { text, count, mark, held: mark === "none" && holds(text, "") };
    });
    return { kind: "words", responses: values.length, words };
  },
  view: (slide, base) => ({ ...base, kind: "words", count: slide.count }),
  forRoom: (tally) => ({
    ...tally,
    words: tally.words.filter(({ mark, held }) => mark !== "hidden" && !held),
  }),
};

/** Under which name a word of a slide is marked: the same for every way to write it. */
export function wordKey(slideId: string, word: string): string {
  return `${slideId} ${fold(word)}`;
}

/**
 * Counts words over participants, merged by case and by plural (R43): `hugs`
 * joins `hug` only when somebody wrote `hug`. One participant counts once per
 * word. The form shown, `forms[0]`, is the one written most often. Most frequent first.
 */
export function mergeWords(perParticipant: string[][]): { text: string; count: number; forms: string[] }[] {
  const seen = new Set(perParticipant.flat().map(fold));
  const groups = new Map<string, { count: number; forms: Map<string, number> }>();
  for (const words of perParticipant) {
    const own = new Map(words.map((word) => [singular(fold(word), seen), word]));
    for (const [key, form] of own) {
      const group = groups.get(key) ?? { count: 0, forms: new Map() };
      group.count += 1;
      group.forms.set(form, (group.forms.get(form) ?? 0) + 1);
      groups.set(key, group);
    }
  }
  return [...groups.values()]
    .map(({ count, forms }) => ({ count, forms: mostWrittenFirst(forms) }))
    .map(({ count, forms }) => ({ text: forms[0] ?? "", count, forms }))
    .sort((a, b) => b.count - a.count || compare(a.text, b.text));
}

function fold(word: string): string {
  const plain = word.normalize("NFKC").toLowerCase();
  // A word of signs alone, such as a heart, is itself: stripped, it would be one with a tear.
  return plain.replace(/^[\p{P}\p{S}\s]+|[\p{P}\p{S}\s]+$/gu, "") || plain;
}

function singular(word: string, seen: Set<string>): string {
  const stems = [/es$/, /s$/].filter((end) => end.test(word)).map((end) => word.replace(end, ""));
  return stems.find((stem) => stem.length > 1 && seen.has(stem)) ?? word;
}

function mostWrittenFirst(forms: Map<string, number>): string[] {
  return [...forms].sort((a, b) => b[1] - a[1] || compare(a[0], b[0])).map(([form]) => form);
}

// By code point, so that every machine and language agrees.
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
