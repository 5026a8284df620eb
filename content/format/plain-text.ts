import type { Report } from "./errors";

/** Halves of characters, what stands for unreadable bytes, and control codes: PostgreSQL would refuse some, a page show none. */
const notText = /[\p{Cs}\uFFFD\uFFFE\uFFFF]|(?![\t\n])\p{Cc}/u;

export const notTextMessage =
  "There is a character here that is no text. Save the file as plain text in UTF-8.";

export function isPlainText(text: string): boolean {
  return !notText.test(text);
}

/** Line ends as Unix has them and no byte order mark; undefined, and reported, when it is not text throughout. */
export function plainLines(source: string, report: Report): string | undefined {
  const text = source.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const odd = notText.exec(text);
  if (!odd) return text;
  report(text.slice(0, odd.index).split("\n").length, notTextMessage);
  return undefined;
}
