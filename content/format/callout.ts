import type { Blockquote, Paragraph, RootContent, Text } from "mdast";
import type { Markdown } from "./markdown";

const mark = /^>\s?\s*\[!([\w-]+)\][ \t]*/;

/** The name of a box, as in `> [!explanation]`; undefined for an ordinary quote. */
export function calloutOf(node: Blockquote, markdown: Markdown): string | undefined {
  return mark.exec(markdown.sourceOf(node))?.[1];
}

/** What stands in a box, without its mark. */
export function insideCallout(node: Blockquote): RootContent[] {
  const [first, ...rest] = node.children;
  const opened = first?.type === "paragraph" ? withoutMark(first) : undefined;
  return opened ? [opened, ...rest] : rest;
}

function withoutMark(paragraph: Paragraph): Paragraph | undefined {
  const [first, ...rest] = paragraph.children;
  if (first?.type !== "text") return paragraph;
  const value = first.value.replace(/^\[![\w-]+\][ \t\n]*/, "");
  const text: Text[] = value === "" ? [] : [{ ...first, value }];
  const children = [...text, ...(text.length === 0 && rest[0]?.type === "break" ? rest.slice(1) : rest)];
  return children.length === 0 ? undefined : { ...paragraph, children };
}
