import type { Paragraph, PhrasingContent, Root, RootContent } from "mdast";
import type { Html } from "@/protocol/kinds/base";
import { fileOf } from "./pictures";

type Element = { tag: string; attributes: Map<string, string>; children: (Element | string)[] };

/** The Markdown tree behind HTML that our own renderer made; it knows that renderer's tags and no others. */
export function readHtml(html: Html): Root {
  return { type: "root", children: elementsOf(html).map(blockOf) };
}

function elementsOf(html: string): (Element | string)[] {
  const root: Element = { tag: "", attributes: new Map(), children: [] };
  const open = [root];
  for (const [token, closing, tag, attributes] of html.matchAll(/<(\/?)([a-z0-9]+)([^>]*)>|[^<]+/g)) {
    const parent = open.at(-1) ?? root;
    if (tag === undefined) parent.children.push(unescapeHtml(token));
    else if (closing) open.pop();
    else {
      const element = { tag, attributes: attributesOf(attributes ?? ""), children: [] };
      parent.children.push(element);
      if (tag !== "br" && tag !== "hr" && tag !== "img") open.push(element);
    }
  }
  return root.children;
}

function attributesOf(text: string): Map<string, string> {
  const pairs = [...text.matchAll(/ ([a-z]+)="([^"]*)"/g)];
  return new Map(pairs.map(([, name, value]) => [name ?? "", unescapeHtml(value ?? "")]));
}

function unescapeHtml(text: string): string {
  return text
    .replace(/&quot;/g, '"')
    .replace(/&gt;/g, ">")
    .replace(/&lt;/g, "<")
    .replace(/&amp;/g, "&");
}

const blocks: Record<string, (element: Element) => RootContent> = {
  p: (element) => ({ type: "paragraph", children: phrasing(element) }),
  hr: () => ({ type: "thematicBreak" }),
  blockquote: (element) => ({ type: "blockquote", children: flow(element) }) as RootContent,
  pre: (element) => ({ type: "code", value: textOf(element) }),
  ul: listOf,
  ol: listOf,
  h2: headingOf,
  h3: headingOf,
  h4: headingOf,
  h5: headingOf,
  h6: headingOf,
};

function blockOf(node: Element | string): RootContent {
  if (typeof node === "string") return { type: "paragraph", children: [{ type: "text", value: node }] };
  const block = blocks[node.tag];
  return block ? block(node) : { type: "paragraph", children: [phraseOf(node)] };
}

function headingOf(element: Element): RootContent {
  const depth = (Number(element.tag.slice(1)) - 1) as 1 | 2 | 3 | 4 | 5;
  return { type: "heading", depth, children: phrasing(element) };
}

function listOf(element: Element): RootContent {
  const steps = element.attributes.get("class") === "steps";
  const ordered = element.tag === "ol";
  const children = element.children.map((item) => ({
    type: "listItem" as const,
    spread: false,
    children: typeof item === "string" ? [] : flow(item),
  }));
  const start = ordered ? Number(element.attributes.get("start") ?? 1) : null;
  return { type: "list", ordered, start, spread: false, children, data: { steps } } as RootContent;
}

/** Blocks; bare words among them, as a list's line has, become a paragraph. */
function flow(element: Element): RootContent[] {
  const found: RootContent[] = [];
  let paragraph: Paragraph | undefined;
  for (const child of element.children) {
    if (typeof child !== "string" && blocks[child.tag]) {
      paragraph = undefined;
      found.push(blockOf(child));
      continue;
    }
    if (!paragraph) {
      paragraph = { type: "paragraph", children: [] };
      found.push(paragraph);
    }
    paragraph.children.push(phraseOf(child));
  }
  return found;
}

function phrasing(element: Element): PhrasingContent[] {
  return element.children.map(phraseOf);
}

function phraseOf(node: Element | string): PhrasingContent {
  if (typeof node === "string") return { type: "text", value: node };
  if (node.tag === "br") return { type: "break" };
  if (node.tag === "img")
    return {
      type: "image",
      url: fileOf(node.attributes.get("src") ?? ""),
      alt: node.attributes.get("alt") ?? "",
    };
  if (node.tag === "code") return { type: "inlineCode", value: textOf(node) };
  if (node.tag === "a")
    return { type: "link", url: node.attributes.get("href") ?? "", children: phrasing(node) };
  return { type: node.tag === "strong" ? "strong" : "emphasis", children: phrasing(node) };
}

function textOf(element: Element): string {
  return element.children.map((child) => (typeof child === "string" ? child : textOf(child))).join("");
}
