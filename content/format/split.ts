/** A stretch of the file and the line it begins on. */
export type Block = { text: string; line: number };
export type SlideSource = { front: Block | null; body: Block; line: number };
export type ClassSource = { front: Block | null; slides: SlideSource[] };

const divider = /^-{3,}[ \t]*$/;
const fieldLine = /^[A-Za-z][\w-]*[ \t]*:(\s|$)/;

/**
 * Cuts a class into its front matter and its slides. Only a line of hyphens at
 * the left edge divides, and none inside a fenced block or a comment.
 */
export function splitClass(source: string): ClassSource {
  const lines = source.split("\n");
  let next = lines.findIndex((line) => line.trim() !== "");
  if (next < 0) return { front: null, slides: [] };
  let front: Block | null = null;
  if (divider.test(lines[next] ?? "")) {
    const end = frontMatterEnd(lines, next);
    if (end > next) {
      front = block(lines, next + 1, end);
      next = end + 1;
    }
  }

  const slides: SlideSource[] = [];
  let slideFront: Block | null = null;
  let slideLine = next;
  let start = next;
  const finish = (end: number) => {
    slides.push({ front: slideFront, body: block(lines, start, end), line: slideLine + 1 });
  };
  const inside = insideOf();
  for (let i = next; i < lines.length; i++) {
    const line = lines[i] ?? "";
    if (inside(line) || !divider.test(line)) continue;
    finish(i);
    slideLine = i;
    slideFront = null;
    start = i + 1;
    const end = frontMatterEnd(lines, i);
    if (end > i) {
      slideFront = block(lines, i + 1, end);
      start = end + 1;
      i = end;
    }
  }
  finish(lines.length);

  // The file's own front matter is followed by the first divider, and an editor may leave one at the end.
  if (isBlank(slides[0])) slides.shift();
  if (isBlank(slides.at(-1))) slides.pop();
  return { front, slides };
}

function isBlank(slide: SlideSource | undefined): boolean {
  return slide !== undefined && slide.front === null && slide.body.text.trim() === "";
}

/** As in Slidev: fields directly below a divider, up to the next one. */
function frontMatterEnd(lines: string[], at: number): number {
  if (!fieldLine.test(lines[at + 1] ?? "")) return -1;
  for (let i = at + 2; i < lines.length; i++) if (divider.test(lines[i] ?? "")) return i;
  return -1;
}

/** Follows fences and comments line by line: is this line inside one? */
function insideOf(): (line: string) => boolean {
  let fence = "";
  let comment = false;
  return (line) => {
    if (comment) {
      comment = !line.includes("-->");
      return true;
    }
    if (fence) {
      const closing = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(line)?.[1];
      if (closing?.startsWith(fence)) fence = "";
      return true;
    }
    const opening = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[1];
    if (opening) fence = opening;
    else if (/^ {0,3}<!--/.test(line)) comment = !line.includes("-->");
    return false;
  };
}

function block(lines: string[], from: number, to: number): Block {
  return { text: lines.slice(from, to).join("\n"), line: from + 1 };
}
