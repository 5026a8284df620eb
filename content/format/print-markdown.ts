import type { List, ListItem, Parents, Root } from "mdast";
import { defaultHandlers, type Options, toMarkdown } from "mdast-util-to-markdown";

/** Whether the marker of a list matters: in a body, `*` and `1)` reveal it step by step. */
type Use = "body" | "plain";

export function printMarkdown(root: Root, use: Use): string {
  return toMarkdown(root, options(use)).replace(/\n+$/, "");
}

function options(use: Use): Options {
  return {
    fences: true,
    rule: "_", // hyphens divide slides
    listItemIndent: "one",
    resourceLink: true,
    unsafe: [
      { before: "-", character: ">", inConstruct: "phrasing" }, // would end a comment
      { atBreak: true, character: "-", after: "-" }, // would divide
    ],
    handlers: {
      list: (node: List, parent, state, info) => {
        const exit = state.enter("list");
        const outside = state.bulletCurrent;
        state.bulletCurrent = markerOf(node, parent, use);
        const value = state.containerFlow(node, info);
        state.bulletCurrent = outside;
        exit();
        return value;
      },
      listItem: (node: ListItem, parent, state, info) =>
        notARule(defaultHandlers.listItem(node, parent, state, info)),
    },
    // Two lists of one kind would become one; an empty comment keeps them apart.
    join: [
      (left, right) =>
        use === "body" && left.type === "list" && right.type === "list" && sameKind(left, right)
          ? false
          : undefined,
      // Such a list may begin with a mark alone, which would make a heading of the words above it.
      (left, right) =>
        left.type === "paragraph" && right.type === "list" && right.children[0]?.children[0]?.type === "list"
          ? 1
          : undefined,
    ],
  };
}

/** Marks of empty lists inside each other, three in a row, would be a line across: the first then stands alone. */
function notARule(item: string): string {
  return /^([-*])( \1){2,}(\n|$)/.test(item) ? item.replace(" ", "\n  ") : item;
}

function markerOf(list: List, parent: Parents | undefined, use: Use): string {
  const other = use === "body" ? isRevealed(list) : isSecond(list, parent);
  if (list.ordered) return other ? ")" : ".";
  return other ? "*" : "-";
}

function isRevealed(list: List): boolean {
  return (list.data as { steps?: boolean } | undefined)?.steps === true;
}

/** Comments cannot stand inside comments: there, neighbours take turns with the markers. */
function isSecond(list: List, parent: Parents | undefined): boolean {
  const siblings: readonly unknown[] = parent?.children ?? [];
  let run = 0;
  for (let i = siblings.indexOf(list) - 1; i >= 0; i--) {
    const sibling = siblings[i] as List | undefined;
    if (sibling?.type !== "list" || sibling.ordered !== list.ordered) break;
    run += 1;
  }
  return run % 2 === 1;
}

function sameKind(left: List, right: List): boolean {
  return left.ordered === right.ordered && isRevealed(left) === isRevealed(right);
}
