import type { Root, RootContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import type { Pictures } from "./pictures";
import type { Block } from "./split";

/** Markdown as a tree, with a way back from each node to its line in the file and to its source. */
export type Markdown = {
  nodes: RootContent[];
  lineOf: (node: Positioned) => number;
  sourceOf: (node: Positioned) => string;
  pictures: Pictures;
};
type Positioned = Pick<RootContent, "position">;

export function readMarkdown(block: Block, pictures: Pictures): Markdown {
  const root: Root = fromMarkdown(block.text);
  return {
    nodes: root.children,
    pictures,
    lineOf: (node) => block.line + (node.position?.start.line ?? 1) - 1,
    sourceOf: (node) => block.text.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0),
  };
}
