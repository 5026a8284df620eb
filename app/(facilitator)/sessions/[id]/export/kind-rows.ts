import { isHeld } from "@/app/_ui/kinds/open/themes";
import { rightBin } from "@/app/_ui/kinds/sort/bins";
import type { PromptKind, SlideView, SlideViewOf, Tally, TallyOf } from "@/protocol/kinds";

/** One number, or one text, of what a prompt came to. */
export type Finding = {
  section: "result" | "card" | "word";
  /** The statement, the scenario or the item that was answered to. */
  item?: string;
  answer: string | number;
  count?: number;
  /** Instead of a count, for a median or a mean. */
  value?: number;
  right?: boolean;
  theme?: string;
  language?: string;
};

type Findings<K extends PromptKind> = (slide: SlideViewOf<K>, results: TallyOf<K>) => Finding[];

/** What of each kind goes into the table: the same as the summary shows. */
const findings: { [K in PromptKind]: Findings<K> } = {
  choice: (slide, { counts }) =>
    slide.options.map((option, index) => ({
      section: "result",
      answer: option.text,
      count: counts[index] ?? 0,
      ...(slide.correct.length > 0 && { right: slide.correct.includes(option.id) }),
    })),

  sort: (slide, { statements }) =>
    slide.statements.flatMap((statement, index) => {
      const right = rightBin(slide, statement.id);
      return slide.bins.map((bin, at) => ({
        section: "result",
        item: statement.text,
        answer: bin.text,
        count: statements[index]?.[at] ?? 0,
        ...(right !== undefined && { right: at === right }),
      }));
    }),

  scale: (slide, { statements }) =>
    slide.statements.flatMap(({ text: item }, index) => {
      const { counts = [], median = 0 } = statements[index] ?? {};
      return [
        ...Array.from({ length: slide.points }, (_, at) => ({
          section: "result" as const,
          item,
          answer: at + 1,
          count: counts[at] ?? 0,
        })),
        { section: "result", item, answer: "median", value: median },
      ];
    }),

  continuum: (slide, { scenarios }) =>
    slide.scenarios.flatMap(({ text: item }, index) => {
      const found = scenarios[index];
      if (!found) return [];
      return [
        ...slide.zones.map((zone, at) => ({
          section: "result" as const,
          item,
          answer: zone.text,
          count: found.zones[at] ?? 0,
        })),
        { section: "result", item, answer: "lower quartile", value: found.lower },
        { section: "result", item, answer: "median", value: found.median },
        { section: "result", item, answer: "upper quartile", value: found.upper },
      ];
    }),

  words: (_, { words }) =>
    words
      .filter(({ mark, held }) => mark !== "hidden" && !(held && mark === "none"))
      .map(({ text, count }) => ({ section: "word", answer: text, count })),

  open: (_, { cards, themes }) =>
    cards
      .filter((card) => card.mark !== "hidden" && !isHeld(card))
      .map((card) => ({
        section: "card",
        answer: card.text,
        theme: themes.find(({ id }) => id === card.theme)?.name ?? "",
        language: card.language,
      })),

  rank: (slide, { items }) =>
    slide.items.flatMap(({ id, text: item }, index) => {
      const { places = [], mean = 0 } = items[index] ?? {};
      return [
        ...slide.items.map((_, at) => ({
          section: "result" as const,
          item,
          answer: at + 1,
          count: places[at] ?? 0,
          ...(slide.correct.length > 0 && { right: slide.correct[at] === id }),
        })),
        { section: "result", item, answer: "mean", value: Math.round(mean * 100) / 100 },
      ];
    }),

  reflect: (_, { responses }) => [{ section: "result", answer: "done", count: responses }],
};

/** Nothing when the results are not of the slide's kind. */
export function findingsOf(slide: SlideView, results: Tally): Finding[] {
  if (slide.kind !== results.kind) return [];
  // The record pairs each kind with its own types, which TypeScript cannot follow through an index.
  const of = findings[results.kind] as (slide: SlideView, results: Tally) => Finding[];
  return of(slide, results);
}
