import type { PromptKind, ResponseOf, ResponseValue, Slide, SlideOf, TallyOf } from "@/protocol/kinds";

/** What a prompt must come to, and what stands beside it. */
export type Expected = {
  [K in PromptKind]: { slide: SlideOf<K>; tally: TallyOf<K>; earlier: TallyOf<K> | null };
}[PromptKind];

/** Computed here from what the test answered; `words` as they must be merged. */
export function expectedOf(slide: Slide, values: ResponseValue[], words: [string, number][] = []): Expected {
  const responses = values.length;
  const given = <K extends PromptKind>(_kind: K) => values as ResponseOf<K>[];
  switch (slide.kind) {
    case "choice": {
      const counts = slide.options.map(
        ({ id }) => given("choice").filter(({ options }) => options.includes(id)).length,
      );
      return { slide, tally: { kind: "choice", responses, counts }, earlier: null };
    }
    case "sort": {
      const statements = slide.statements.map((statement) =>
        slide.bins.map((bin) => given("sort").filter(({ bins }) => bins[statement.id] === bin.id).length),
      );
      return { slide, tally: { kind: "sort", responses, statements }, earlier: null };
    }
    case "scale": {
      const statements = slide.statements.map(({ id }) => {
        const ratings = sorted(given("scale").map((value) => value.ratings[id] ?? 0));
        const counts = Array.from(
          { length: slide.points },
          (_, index) => ratings.filter((rating) => rating === index + 1).length,
        );
        return { counts, median: shareOf(ratings, 0.5) };
      });
      return { slide, tally: { kind: "scale", responses, statements }, earlier: null };
    }
    case "continuum": {
      const scenarios = slide.scenarios.map(({ id }) => {
        const places = sorted(given("continuum").map((value) => value.places[id] ?? 0));
        const ends = [0, ...slide.edges, 101];
        const zones = slide.zones.map(
          (_, zone) =>
            places.filter((place) => place >= (ends[zone] ?? 0) && place < (ends[zone + 1] ?? 0)).length,
        );
        const [lower = 0, median = 0, upper = 0] = [0.25, 0.5, 0.75].map((share) => shareOf(places, share));
        return { density: [], zones, lower, median, upper };
      });
      return { slide, tally: { kind: "continuum", responses, scenarios }, earlier: null };
    }
    case "rank": {
      const items = slide.items.map(({ id }) => {
        const places = given("rank").map(({ order }) => order.indexOf(id) + 1);
        return { mean: places.reduce((sum, place) => sum + place, 0) / responses, places };
      });
      return { slide, tally: { kind: "rank", responses, items }, earlier: null };
    }
    case "words": {
      const merged = words.map(([text, count]) => ({ text, count, mark: "none" as const, held: false }));
      return { slide, tally: { kind: "words", responses, words: merged }, earlier: null };
    }
    case "open": {
      const rest = { id: "" as never, mark: "none" as const, held: false, theme: null };
      const cards = given("open").map(({ text, language }) => ({ ...rest, text, language }));
      return { slide, tally: { kind: "open", responses, cards, themes: [] }, earlier: null };
    }
    case "reflect":
      return { slide, tally: { kind: "reflect", responses }, earlier: null };
    default:
      throw new Error("Nobody is asked anything on this slide.");
  }
}

const sorted = (numbers: number[]) => [...numbers].sort((a, b) => a - b);

/** The value below which this share lies, between two neighbours by proportion. */
function shareOf(numbers: number[], share: number): number {
  const place = (numbers.length - 1) * share;
  const [below, above] = [numbers[Math.floor(place)] ?? 0, numbers[Math.ceil(place)] ?? 0];
  return below + (above - below) * (place % 1);
}
