import type { Definition, List, ListItem, Nodes, Parents, RootContent } from "mdast";
import type { Html } from "@/protocol/kinds/base";
import type { Report } from "./errors";
import { oneLine } from "./fields";
import type { Markdown } from "./markdown";

/** Enough for any real text, and far from the end of the stack. */
const deepest = 24;
/** The protocol's bounds of one HTML and of a slide's bodies. */
const longest = 50_000;
const mostSteps = 29;

type Rendering = {
  markdown: Markdown;
  report: Report;
  definitions: Map<string, string>;
  /** The highest level that a heading may have. */
  top: number;
  /** Reveal: the step an item appears at, and the step to show. */
  stepOf: Map<ListItem, number>;
  step: number;
  depth: number;
};
type Draw<N> = (node: N, it: Rendering) => string;

/**
 * The only HTML that a class can hold: what stands in this table. A kind of
 * Markdown that is not here is refused by name.
 */
const drawings: { [T in Nodes["type"]]?: Draw<Extract<Nodes, { type: T }>> } = {
  text: (node) => escapeHtml(node.value),
  break: () => "<br>",
  inlineCode: (node) => `<code>${escapeHtml(node.value.replace(/\n/g, " "))}</code>`,
  code: (node) => `<pre><code>${escapeHtml(node.value)}</code></pre>`,
  thematicBreak: () => "<hr>",
  emphasis: (node, it) => `<em>${children(node, it)}</em>`,
  strong: (node, it) => `<strong>${children(node, it)}</strong>`,
  paragraph: (node, it) => `<p>${children(node, it)}</p>`,
  blockquote: (node, it) => `<blockquote>${children(node, it)}</blockquote>`,
  heading: (node, it) => {
    const level = Math.min(Math.max(node.depth + 1, it.top), 6);
    return `<h${level}>${children(node, it).replace(/<br>|\n/g, " ")}</h${level}>`;
  },
  list: (node, it) => drawList(node, it),
  link: (node, it) => drawLink(node.url, node, it),
  linkReference: (node, it) => {
    const url = it.definitions.get(node.identifier);
    return url === undefined ? escapeHtml(it.markdown.sourceOf(node)) : drawLink(url, node, it);
  },
  definition: () => "",
  html: (node, it) => {
    if (!isComment(node.value))
      it.report(
        it.markdown.lineOf(node),
        "HTML cannot be used. Write it in Markdown, or put a backslash before the “<” to show it as text.",
      );
    return "";
  },
  image: (node, it) => drawPicture(node.url, node.alt ?? "", node, it),
  imageReference: (node, it) =>
    drawPicture(it.definitions.get(node.identifier) ?? "", node.alt ?? "", node, it),
};

/** One HTML for text without reveal: notes, explanations, handouts. */
export function render(markdown: Markdown, nodes: RootContent[], top: number, report: Report): Html {
  const it = rendering(markdown, nodes, top, report);
  return measured(draw(nodes, it), nodes, it);
}

/** The body at every reveal step; a list written with `*` or `1)` shows one item more at each. */
export function renderSteps(markdown: Markdown, nodes: RootContent[], top: number, report: Report): Html[] {
  const it = rendering(markdown, nodes, top, report);
  for (const node of nodes) number(node, it, 0);
  const last = it.stepOf.size;
  // What is wrong in the text is wrong at every step: say it once, with all of it visible.
  const full = measured(draw(nodes, { ...it, step: last }), nodes, it);
  if (last > mostSteps) {
    report(lineOf(nodes, it), `This slide is revealed in ${last} steps; at most ${mostSteps} fit.`);
    return [full];
  }
  const silent = { ...it, report: () => {} };
  const before = Array.from({ length: last }, (_, step) => draw(nodes, { ...silent, step }));
  return [...before, full];
}

export function isComment(html: string): boolean {
  return /^\s*(<!--(?:(?!-->)[\s\S])*-->\s*)+$/.test(html);
}

export function escapeHtml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

function rendering(markdown: Markdown, nodes: RootContent[], top: number, report: Report): Rendering {
  const definitions = new Map<string, string>();
  for (const node of nodes)
    if (node.type === "definition") definitions.set((node as Definition).identifier, node.url);
  return { markdown, report, definitions, top, stepOf: new Map(), step: 0, depth: 0 };
}

function measured(html: Html, nodes: RootContent[], it: Rendering): Html {
  if (html.length > longest) it.report(lineOf(nodes, it), "This text is too long.");
  return html;
}

function lineOf(nodes: RootContent[], it: Rendering): number {
  return nodes[0] ? it.markdown.lineOf(nodes[0]) : 1;
}

function draw(nodes: RootContent[], it: Rendering): Html {
  return nodes.map((node) => drawNode(node, it)).join("") as Html;
}

function drawNode(node: Nodes, it: Rendering): string {
  if (it.depth > deepest) return refuse(node, it, "This is nested too deeply.");
  const drawing = drawings[node.type] as Draw<Nodes> | undefined;
  return drawing ? drawing(node, it) : refuse(node, it, `This cannot be used here (${node.type}).`);
}

function children(node: Parents, it: Rendering): string {
  const inner = { ...it, depth: it.depth + 1 };
  return node.children.map((child) => drawNode(child, inner)).join("");
}

function drawLink(url: string, node: Extract<Nodes, { type: "link" | "linkReference" }>, it: Rendering) {
  if (!/^(https?:\/\/|mailto:)[^\s]+$/i.test(url))
    return refuse(node, it, "A link must begin with https:// or mailto:.");
  // A new tab, so that a phone does not leave the class.
  return `<a href="${escapeHtml(url)}" target="_blank" rel="noopener noreferrer">${children(node, it)}</a>`;
}

function drawPicture(file: string, alt: string, node: Nodes, it: Rendering): string {
  const src = it.markdown.pictures(file);
  if (src === undefined)
    return refuse(node, it, `There is no picture “${file}” in the class's folder “pictures”.`);
  if (alt.trim() === "")
    return refuse(node, it, "Say between the brackets what the picture shows, for those who cannot see it.");
  return `<img src="${escapeHtml(src)}" alt="${escapeHtml(oneLine(alt))}">`;
}

function drawList(node: List, it: Rendering): string {
  const items = node.children.filter((item) => (it.stepOf.get(item) ?? 0) <= it.step);
  if (items.length === 0) return "";
  const tag = node.ordered ? "ol" : "ul";
  const start = node.ordered && node.start != null && node.start !== 1 ? ` start="${node.start}"` : "";
  const steps = it.stepOf.has(node.children[0] as ListItem) ? ' class="steps"' : "";
  const inner = { ...it, depth: it.depth + 1 };
  return `<${tag}${steps}${start}>${items.map((item) => drawItem(item, inner)).join("")}</${tag}>`;
}

/** A line of a list is no paragraph of its own unless it has several blocks. */
function drawItem(item: ListItem, it: Rendering): string {
  const [first, ...rest] = item.children;
  if (first?.type === "paragraph" && rest.every((child) => child.type === "list"))
    return `<li>${children(first, it)}${rest.map((child) => drawNode(child, { ...it, depth: it.depth + 1 })).join("")}</li>`;
  return `<li>${children(item, it)}</li>`;
}

/** Gives each item of a `*` or `1)` list its step, in reading order. */
function number(node: Nodes, it: Rendering, depth: number): void {
  if (depth > deepest || !("children" in node)) return;
  for (const child of node.children) {
    if (node.type === "list" && child.type === "listItem" && isRevealed(node, it.markdown))
      it.stepOf.set(child, it.stepOf.size + 1);
    number(child, it, depth + 1);
  }
}

function isRevealed(list: List, markdown: Markdown): boolean {
  return /^(\*|\d+\))/.test(markdown.sourceOf(list));
}

function refuse(node: Nodes, it: Rendering, message: string): string {
  it.report(it.markdown.lineOf(node as RootContent), message);
  return "";
}
