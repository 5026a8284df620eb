import type { Leaves } from "@/app/_client/leaves";
import { countedOf, type OwnResponse } from "@/app/_client/notebook";
import type { Reflections } from "@/app/_client/reflections";
import type { PromptKind, ResponseOf, ResponseValue, SlideViewOf } from "@/protocol/kinds";
import type { Item } from "@/protocol/kinds/base";

/** One line of an answer: what was asked of, where it was of something, and what was said to it. */
export type Line = { of: string | null; said: string };
export type Answer = {
  /** The prompt's id. */
  id: string;
  title: string;
  language: string;
  /** The same was asked before, and this is the second time. */
  again: boolean;
  lines: Line[];
};

type Told = { [K in PromptKind]: (slide: SlideViewOf<K>, value: ResponseOf<K>) => Line[] };

const alone = (said: string): Line => ({ of: null, said });
const textOf = (items: readonly Item[], id: string | undefined) => items.find((item) => item.id === id)?.text;

const told: Told = {
  choice: (slide, { options }) =>
    slide.options.filter((option) => options.includes(option.id)).map((option) => alone(option.text)),
  sort: (slide, { bins }) =>
    slide.statements.flatMap((statement) => {
      const bin = textOf(slide.bins, bins[statement.id]);
      return bin === undefined ? [] : [{ of: statement.text, said: bin }];
    }),
  scale: (slide, { ratings }) =>
    slide.statements.flatMap((statement) => {
      const rating = ratings[statement.id];
      if (rating === undefined) return [];
      const ends = `1 = ${slide.low}, ${slide.points} = ${slide.high}`;
      return [{ of: statement.text, said: `${rating} / ${slide.points} (${ends})` }];
    }),
  continuum: (slide, { places }) =>
    slide.scenarios.flatMap((scenario) => {
      const place = places[scenario.id];
      const zone = place === undefined ? undefined : slide.zones[zoneAt(place, slide.edges)];
      return zone ? [{ of: scenario.text, said: zone.text }] : [];
    }),
  words: (_slide, { words }) => words.map(alone),
  open: (_slide, { text }) => (text === "" ? [] : [alone(text)]),
  rank: (slide, { order }) =>
    order.flatMap((id, index) => {
      const text = textOf(slide.items, id);
      return text === undefined ? [] : [alone(`${index + 1}. ${text}`)];
    }),
  // What was written is no response; it stands with the reflections.
  reflect: () => [],
};

const zoneAt = (place: number, edges: readonly number[]) => edges.filter((edge) => place >= edge).length;

/** What this parent answered, with the words that it was asked with, in the order of the class. */
export function answersOf(leaves: Leaves, responses: Record<string, OwnResponse>): Answer[] {
  return Object.entries(leaves).flatMap(([id, { slide, draft }]) => {
    const own = responses[id];
    // Keepers want what they said last, also when it came too late to count.
    const value = own && own.status !== "refused" ? own.value : (countedOf(own) ?? own?.value ?? draft);
    if (!value || value.kind !== slide.kind) return [];
    const lines = linesOf(slide as SlideViewOf<PromptKind>, value);
    return lines.length > 0 ? [{ ...head(id, slide), lines }] : [];
  });
}

/** What this parent wrote for themselves; the intention is left to its own place. */
export function reflectionsOf(leaves: Leaves, texts: Reflections): Answer[] {
  const asked = Object.values(leaves).flatMap(({ slide }) => {
    const text = texts[slide.id];
    return slide.kind === "reflect" && !slide.intention && text
      ? [{ ...head(slide.id, slide), lines: [alone(text)] }]
      : [];
  });
  const known = new Set(Object.values(leaves).map(({ slide }) => slide.id as string));
  // Without its slide a text is still the parent's own.
  const others = Object.entries(texts).flatMap(([id, text]) =>
    known.has(id) || !text ? [] : [{ id, title: "", language: "", again: false, lines: [alone(text)] }],
  );
  return [...new Map([...asked, ...others].map((answer) => [answer.id, answer])).values()];
}

/** The one intention that was written in the class, if one was. */
export function intentionOf(leaves: Leaves, texts: Reflections): string {
  for (const { slide } of Object.values(leaves))
    if (slide.kind === "reflect" && slide.intention && texts[slide.id]) return texts[slide.id] ?? "";
  return "";
}

const head = (id: string, { title, language }: { title: string; language: string }) => ({
  id,
  title,
  language,
  again: id.endsWith(".2"),
});

/** A slide and its response are of the same kind; the record holds them together. */
function linesOf(slide: SlideViewOf<PromptKind>, value: ResponseValue): Line[] {
  return (told[value.kind] as (slide: SlideViewOf<PromptKind>, value: ResponseValue) => Line[])(slide, value);
}
