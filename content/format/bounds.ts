import type { Block } from "./split";

const most = {
  /** Some two thousand words: many times what a slide's notes need. */
  slide: 12_000,
  /** Markdown's rules for emphasis and links cost more than linear time inside one paragraph. */
  paragraph: 3_000,
  handout: 30_000,
};

/** As many quotes and list marks as no text has at the start of a line; they too cost more than linear time. */
const deepLine = /^(?:[ \t]*(?:>|[*+-][ \t]|\d{1,9}[.)][ \t])){25}/;

/** What is too much about a text before it is read as Markdown, since that could take minutes. */
export function excessOf(
  block: Block,
  kind: "slide" | "handout",
): { line: number; message: string } | undefined {
  if (block.text.length > most[kind])
    return { line: block.line, message: `This ${kind} is too long: at most ${most[kind]} characters fit.` };
  let paragraph = 0;
  for (const [index, line] of block.text.split("\n").entries()) {
    const at = block.line + index;
    if (deepLine.test(line)) return { line: at, message: "This is nested too deeply." };
    paragraph = line.trim() === "" ? 0 : paragraph + line.length;
    if (paragraph > most.paragraph)
      return {
        line: at,
        message: `This paragraph is too long: leave an empty line after at most ${most.paragraph} characters.`,
      };
  }
  return undefined;
}
