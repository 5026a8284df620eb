import type { Card } from "@/protocol/kinds/open";

/** Lines of 30 letters that a projector holds in three columns and a room can read. */
const linesPerPage = 42;
const lettersPerLine = 30;
/** What a card's padding and the gap below it take, in lines. */
const frame = 1.6;

/** The wall in pages that can be read from the back: an estimate; what is left over is shrunk to fit. */
export function pagesOf(cards: Card[], lines = linesPerPage): Card[][] {
  const pages: Card[][] = [];
  let page: Card[] = [];
  let used = 0;
  for (const card of cards) {
    const needs = linesOf(card.text) + frame;
    if (page.length > 0 && used + needs > lines) {
      pages.push(page);
      page = [];
      used = 0;
    }
    page.push(card);
    used += needs;
  }
  if (page.length > 0) pages.push(page);
  return pages;
}

const linesOf = (text: string) =>
  text.split("\n").reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / lettersPerLine)), 0);

/** Seconds to leave a page up: some 2.5 words a second read aloud, and time to look. */
export function readingSeconds(page: Card[]): number {
  const words = page.reduce((sum, card) => sum + card.text.split(/\s+/).length, 0);
  return Math.min(60, Math.max(12, Math.round(6 + words / 2.5)));
}
