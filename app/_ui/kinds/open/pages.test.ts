import { describe, expect, it } from "vitest";
import { pagesOf, readingSeconds } from "@/app/_ui/kinds/open/pages";
import type { Card } from "@/protocol/kinds/open";

const card = (text: string) => ({ id: text, text, mark: "none" }) as unknown as Card;

describe("pagesOf", () => {
  it("keeps a small wall on one page", () => {
    expect(pagesOf([card("one"), card("two"), card("three")])).toHaveLength(1);
  });

  it("loses no card and keeps the order", () => {
    const cards = Array.from({ length: 60 }, (_, index) => card(`card ${index} ${"word ".repeat(index)}`));
    const pages = pagesOf(cards);
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.flat()).toEqual(cards);
  });

  it("gives a card that is longer than a page a page of its own", () => {
    const long = card("x".repeat(3000));
    expect(pagesOf([card("a"), long, card("b")])).toEqual([[card("a")], [long], [card("b")]]);
  });

  it("has no page without cards", () => {
    expect(pagesOf([])).toEqual([]);
  });
});

describe("readingSeconds", () => {
  it("lies between a glance and a minute", () => {
    expect(readingSeconds([card("short")])).toBe(12);
    expect(readingSeconds([card("word ".repeat(500))])).toBe(60);
  });
});
