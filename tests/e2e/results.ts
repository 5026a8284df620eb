import { expect, type Locator } from "playwright/test";
import type { PromptKind, ResponseOf, Slide, SlideOf, TallyOf } from "@/protocol/kinds";
import type { Words } from "@/tests/e2e/words";

/** What a prompt must come to, computed here from what the test answered. */
export type Expected = { [K in PromptKind]: { slide: SlideOf<K>; tally: TallyOf<K> } }[PromptKind];

export function expectedOf(slide: Slide, values: unknown[], words: [string, number][] = []): Expected {
  const responses = values.length;
  switch (slide.kind) {
    case "choice": {
      const given = values as ResponseOf<"choice">[];
      const counts = slide.options.map(
        ({ id }) => given.filter(({ options }) => options.includes(id)).length,
      );
      return { slide, tally: { kind: "choice", responses, counts } };
    }
    case "scale": {
      const given = values as ResponseOf<"scale">[];
      const statements = slide.statements.map(({ id }) => {
        const ratings = given.map((value) => value.ratings[id] ?? 0).sort((a, b) => a - b);
        const counts = Array.from(
          { length: slide.points },
          (_, index) => ratings.filter((rating) => rating === index + 1).length,
        );
        const half = (ratings.length - 1) / 2;
        return { counts, median: ((ratings[Math.floor(half)] ?? 0) + (ratings[Math.ceil(half)] ?? 0)) / 2 };
      });
      return { slide, tally: { kind: "scale", responses, statements } };
    }
    case "words":
      return {
        slide,
        tally: { kind: "words", responses, words: words.map(([text, count]) => ({ text, count })) },
      };
    case "open": {
      const given = values as ResponseOf<"open">[];
      const cards = given.map(({ text }) => ({ id: "" as never, text, mark: "none" as const }));
      return { slide, tally: { kind: "open", responses, cards } };
    }
    case "content":
      throw new Error("Nobody is asked anything on this slide.");
  }
}

/** How one surface prints numbers: the keys of its sentences. */
type Print = { of: (count: number, all: number) => string; rating: Rating; times: (count: number) => string };
type Rating = (point: number, count: number, all: number) => string;

export const prints = {
  screen: (t: Words): Print => ({
    of: (count, responses) => t("screen.ofResponses", { count, responses }),
    rating: (point, count) => t("screen.ratings", { point, count }),
    times: (count) => t("screen.times", { count }),
  }),
  console: (t: Words): Print => ({
    of: (count, answers) => t("console.results.ofAnswers", { count, answers }),
    rating: (point, count) => t("console.results.ratings", { point, count }),
    times: (count) => t("console.results.times", { count }),
  }),
  phone: (t: Words): Print => ({
    of: (count, all) => t("phone.countOf", { count, all }),
    rating: (point, count, all) => t("phone.ratingCount", { point, count, all }),
    times: (count) => t("phone.times", { count }),
  }),
  summary: (t: Words): Print => ({
    of: (count, responses) => t("summary.ofResponses", { count, responses }),
    rating: (_point, count) => String(count),
    times: (count) => t("summary.times", { count }),
  }),
};

/** The results in this place are exactly these. `row` is what holds one number. */
export async function expectResults(place: Locator, { slide, tally }: Expected, print: Print): Promise<void> {
  const all = tally.responses;
  switch (tally.kind) {
    case "choice":
      for (const [index, option] of (slide as SlideOf<"choice">).options.entries())
        await expect(rows(place).filter({ hasText: option.text })).toContainText(
          print.of(tally.counts[index] ?? 0, all),
        );
      return;
    case "scale":
      for (const [nth, { counts }] of tally.statements.entries())
        for (const [index, count] of counts.entries())
          await expect(ratings(place, nth).nth(index)).toContainText(print.rating(index + 1, count, all));
      return;
    case "words":
      await expect(place.locator("li")).toHaveCount(tally.words.length);
      for (const { text, count } of tally.words) {
        const word = place
          .locator("li")
          .filter({ hasText: new RegExp(`^\\s*${text}(?![\\p{L} ]*\\p{L})`, "iu") });
        await expect(word).toHaveCount(1);
        if (count > 1) await expect(word).toContainText(print.times(count));
      }
      return;
    case "open":
      await expect(place.locator("li")).toHaveCount(tally.cards.length);
      for (const { text } of tally.cards)
        await expect(place.locator("li").filter({ hasText: text })).toBeVisible();
      return;
  }
}

/** A list on the live pages, a table in the summary. */
const rows = (place: Locator) => place.locator("li, tbody tr");
const ratings = (place: Locator, statement: number) =>
  place.locator("ol, table").nth(statement).locator("li, tbody td");
