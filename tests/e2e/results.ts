import { expect, type Locator } from "playwright/test";
import type { PromptKind, SlideOf, TallyOf } from "@/protocol/kinds";
import type { Expected } from "@/tests/e2e/expected";
import type { Words } from "@/tests/e2e/words";

type Surface = "screen" | "console" | "phone" | "summary";

/** How one surface prints numbers: the keys of its sentences. */
type Print = {
  on: Surface;
  of: (count: number, all: number) => string;
  rating: (point: number, count: number, all: number) => string;
  times: (count: number) => string;
  mean: (mean: number) => string;
  done: (count: number) => string;
  /** How far apart places on a line lie. */
  spread: (spread: "close" | "some" | "wide") => string;
};

export const prints: Record<Surface, (t: Words) => Print> = {
  screen: (t) => ({
    on: "screen",
    of: (count, responses) => t("screen.ofResponses", { count, responses }),
    rating: (point, count) => t("screen.ratings", { point, count }),
    times: (count) => t("screen.times", { count }),
    mean: (mean) => t("screen.rank.mean", { mean }),
    done: (count) => t("screen.reflect.doneSoFar", { count }),
    spread: (spread) => t(`screen.continuum.${spread}`),
  }),
  console: (t) => ({
    on: "console",
    of: (count, answers) => t("console.results.ofAnswers", { count, answers }),
    rating: (point, count) => t("console.results.ratings", { point, count }),
    times: (count) => t("console.words.times", { count }),
    mean: (mean) => t("console.results.rankMean", { mean }),
    done: (count) => t("console.reflect.done", { count }),
    spread: (spread) => t(`console.results.continuum.${spread}`),
  }),
  phone: (t) => ({
    on: "phone",
    of: (count, all) => t("phone.countOf", { count, all }),
    rating: (point, count, all) => t("phone.ratingCount", { point, count, all }),
    times: (count) => t("phone.times", { count }),
    mean: (mean) => t("phone.rank.mean", { mean }),
    done: (count) => t("phone.reflect.doneCount", { count }),
    spread: (spread) => t(`phone.continuum.${spread}`),
  }),
  summary: (t) => ({
    on: "summary",
    of: (count, responses) => t("summary.ofResponses", { count, responses }),
    rating: (_point, count) => String(count),
    times: (count) => t("summary.times", { count }),
    mean: (number) => t("summary.rank.number", { number }),
    done: (count) => t("summary.reflect.done", { count }),
    spread: (spread) => t(`summary.continuum.${spread}`),
  }),
};

type Shown<K extends PromptKind> = { slide: SlideOf<K>; tally: TallyOf<K>; earlier: TallyOf<K> | null };
/** What there is of these tags in the place that is looked at. */
type Find = (...tags: string[]) => Locator;
type Look<K extends PromptKind> = (find: Find, shown: Shown<K>, print: Print) => Promise<void>;

/** The results in this place are exactly these, and beside them what they are compared with. */
export async function expectResults(place: Locator, expected: Expected, print: Print): Promise<void> {
  const look = looks[expected.tally.kind] as Look<PromptKind>;
  const among =
    (inner: Locator, beside = "") =>
    (...tags: string[]) =>
      inner.locator(tags.map((tag) => `${tag}${beside}`).join(", "));
  if (print.on !== "phone") return look(among(place), expected, print);
  // A phone folds away what came before.
  await look(among(place, ":not(details *)"), { ...expected, earlier: null }, print);
  if (!expected.earlier) return;
  const before = { slide: expected.slide, tally: expected.earlier, earlier: null };
  await look(among(place.locator("details")), before as Shown<PromptKind>, print);
}

const looks: { [K in PromptKind]: Look<K> } = {
  choice: async (find, { slide, tally, earlier }, print) => {
    for (const [index, option] of slide.options.entries()) {
      const row = find("li", "tbody tr").filter({ hasText: option.text });
      await expect(row).toContainText(print.of(tally.counts[index] ?? 0, tally.responses));
      if (!earlier) continue;
      await expect(row).toContainText(print.of(earlier.counts[index] ?? 0, earlier.responses));
    }
    if (slide.from === null) return;
    // A vote ranks themes.
    const counts = new Map(slide.options.map(({ text }, index) => [text, tally.counts[index] ?? 0]));
    const ranked = [...counts].sort(([, one], [, other]) => other - one).map(([text]) => text);
    if (print.on !== "console") await expect(find("li", "tbody tr")).toContainText(ranked);
  },

  sort: async (find, { slide, tally }, print) => {
    for (const [index, statement] of slide.statements.entries()) {
      const row = find("li").filter({ has: exactly(find, statement.text) });
      const counts = tally.statements[index] ?? [];
      const right = slide.bins.findIndex(({ id }) => id === slide.correct[statement.id]);
      const pieces = counts.map((count, bin) => `${bin === right ? "✓ " : ""}${count}`);
      await expect(row.locator("[data-bin] > span")).toHaveText(pieces.filter((_, bin) => counts[bin]));
      for (const [bin, { text }] of slide.bins.entries()) {
        const said = print.of(counts[bin] ?? 0, tally.responses);
        if (print.on !== "screen") await expect(row.locator("li").nth(bin)).toContainText(said);
        // From the back row one number per statement can be read: the right one.
        else if (bin === right) await expect(row).toContainText(`${text}: ${said}`);
      }
    }
  },

  scale: async (find, { tally, earlier }, print) => {
    const rated = async (cells: Locator, counts: number[]) => {
      for (const [index, count] of counts.entries())
        await expect(cells.nth(index)).toContainText(print.rating(index + 1, count, tally.responses));
    };
    for (const [nth, { counts }] of tally.statements.entries()) {
      const before = earlier?.statements[nth];
      if (print.on === "summary") {
        const bodies = find("table").nth(nth).locator("tbody");
        await rated(bodies.last().locator("td"), counts);
        if (before) await rated(bodies.first().locator("td"), before.counts);
      } else {
        const beside = before && print.on === "console" ? 2 : 1;
        const columns = (index: number) => find("ol").nth(index).locator("li");
        await rated(columns(nth * beside), counts);
        if (before && beside === 2) await rated(columns(nth * beside + 1), before.counts);
      }
    }
  },

  continuum: async (find, { slide, tally }, print) => {
    for (const [index, scenario] of slide.scenarios.entries()) {
      const row = find("li").filter({ has: exactly(find, scenario.text) });
      const found = tally.scenarios[index] ?? { zones: [], lower: 0, upper: 0 };
      for (const [zone, { text }] of slide.zones.entries()) {
        const said = print.of(found.zones[zone] ?? 0, tally.responses);
        await expect(row).toContainText(new RegExp(`${escaped(text)}:?\\s*${escaped(said)}`));
      }
      const apart = found.upper - found.lower;
      await expect(row).toContainText(print.spread(apart <= 20 ? "close" : apart < 40 ? "some" : "wide"));
    }
  },

  rank: async (find, { slide, tally }, print) => {
    const means = slide.items.map(({ text }, index) => ({ text, mean: tally.items[index]?.mean ?? 0 }));
    const ranked = means.sort((one, other) => one.mean - other.mean);
    // The screen has the right order beside the room's.
    const rows = find("ol").first().locator("> li");
    await expect(rows).toContainText(ranked.map(({ text }) => text));
    await expect(rows).toContainText(ranked.map(({ mean }) => print.mean(Math.round(mean * 10) / 10)));
  },

  words: async (find, { tally }, print) => {
    await expect(find("li")).toHaveCount(tally.words.length);
    for (const { text, count } of tally.words) {
      // On the console a button follows each word; elsewhere nothing but how often.
      const word =
        print.on === "console"
          ? find("li").filter({
              has: find("li")
                .page()
                .getByText(new RegExp(`^${text}$`, "iu")),
            })
          : find("li").filter({ hasText: new RegExp(`^\\s*${text}(?![\\p{L} ]*\\p{L})`, "iu") });
      await expect(word).toHaveCount(1);
      if (count > 1) await expect(word).toContainText(print.times(count));
    }
  },

  open: async (find, { tally }) => {
    await expect(find("li")).toHaveCount(tally.cards.length);
    for (const { text } of tally.cards) await expect(find("li").filter({ hasText: text })).toBeVisible();
    for (const { id, name } of tally.themes) {
      const heading = find("li").page().locator("h2, h3, figcaption").filter({ hasText: name });
      const cards = find("section", "figure").filter({ has: heading }).locator("li");
      const mine = tally.cards.filter(({ theme }) => theme === id);
      await expect(cards).toHaveCount(mine.length);
      for (const { text } of mine) await expect(cards.filter({ hasText: text })).toBeVisible();
    }
  },

  reflect: (find, { tally }, print) =>
    expect(find("p").filter({ hasText: print.done(tally.responses) })).toBeVisible(),
};

/** The one element that says just this; a part of a longer sentence will not do. */
const exactly = (find: Find, text: string) => find("li").page().getByText(text, { exact: true });
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
