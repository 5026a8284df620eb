import { createHash } from "node:crypto";
import type { Picture } from "@/protocol/kinds/base";

/** Where a picture that a class names is served; undefined when its folder has none of that name. */
export type Pictures = (name: string) => string | undefined;
export const noPictures: Pictures = () => undefined;

const kilobyte = 1024;
const largest = 300 * kilobyte;
const types: Record<string, string> = {
  svg: "image/svg+xml",
  png: "image/png",
  jpg: "image/jpeg",
  webp: "image/webp",
};

/** A picture as it is stored: its name is made of its content. */
export type StoredPicture = { name: string; type: string; bytes: Buffer };

/** The picture behind a file, or what is wrong with it in words for its author. */
export function readPicture(file: string, bytes: Buffer): StoredPicture | string {
  const ending = /^[a-z0-9]+(?:[-_.][a-z0-9]+)*\.([a-z]+)$/.exec(file)?.[1] ?? "";
  const type = Object.hasOwn(types, ending) ? types[ending] : undefined;
  if (!type)
    return `A picture's name is made of small letters, digits and hyphens and ends in ${Object.keys(types).join(", ")}.`;
  if (bytes.length > largest)
    return `This picture is too large: ${Math.ceil(bytes.length / kilobyte)} kB, and at most ${largest / kilobyte} kB fit.`;
  if (!looksLike(ending, bytes)) return `This is no ${ending} picture, whatever its name says.`;
  const danger = ending === "svg" ? dangerIn(bytes.toString("utf8")) : undefined;
  if (danger) return `This picture cannot be used: it holds ${danger}.`;
  return { name: `${createHash("sha256").update(bytes).digest("hex")}.${ending}`, type, bytes };
}

function looksLike(ending: string, bytes: Buffer): boolean {
  const head = bytes.subarray(0, 12).toString("latin1");
  if (ending === "png") return head.startsWith("\u0089PNG");
  if (ending === "jpg") return head.startsWith("\u00ff\u00d8\u00ff");
  if (ending === "webp") return head.startsWith("RIFF") && head.endsWith("WEBP");
  return /^\s*(<\?xml[^>]*>\s*)?(<!--(?:(?!-->)[\s\S])*-->\s*)*<svg[\s>]/.test(bytes.toString("utf8"));
}

const outside: Record<string, RegExp> = {
  "a document type": /<!(doctype|entity)/i,
  "letters that are not UTF-8": /\uFFFD|^\s*<\?xml[^>]*encoding\s*=\s*["'](?!utf-8["'])/i,
  // A prefix may stand for SVG's own namespace, as in <x:script>.
  "something that is no picture":
    /<\s*(?:[^\s<>/:]+:)?(script|foreignobject|iframe|object|embed|handler|listener|animate[a-z]*|set)\b/i,
  "a script": /[\s"'/]on[a-z]+\s*=|javascript:/i,
  "a reference to something outside":
    /(href|src)\s*=\s*["']?\s*(?!["']?#)|xml:base|url\(\s*["']?(?!["']?#)|@import|image-set|\\/i,
};

/** An SVG is a document: what could run, load or reach outside has no place in a picture. */
function dangerIn(svg: string): string | undefined {
  const plain = svg.replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi, (_, hex, decimal) =>
    character(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)),
  );
  // Looked at as written and as read: a letter can be written as its number.
  return Object.keys(outside).find((what) => outside[what]?.test(svg) || outside[what]?.test(plain));
}

function character(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : "\uFFFD";
}

/** A text that may begin with a picture, as in `![A cup](cup.svg) Have a drink`. */
export function splitPicture(text: string): { name: string; alt: string; text: string } | undefined {
  const [, alt, name, rest] =
    /^!\[((?:\\[\\\]]|[^\]\\]|\\(?![\\\]]))*)\]\(([^()\s]+)\)\s*(.*)$/.exec(text) ?? [];
  if (name === undefined) return undefined;
  return { name, alt: (alt ?? "").replace(/\\([\\\]])/g, "$1").trim(), text: (rest ?? "").trim() };
}

/** A text that is none but looks like a picture has a backslash in front of it. */
export function withoutBackslash(text: string): string {
  return /^\\+!\[/.test(text) ? text.slice(1) : text;
}

/** The same again, with the file named as it is served. */
export function withPicture(text: string, picture: Picture | undefined): string {
  if (picture) return `![${picture.alt.replace(/[\\\]]/g, "\\$&")}](${fileOf(picture.src)}) ${text}`;
  return /^\\*!\[/.test(text) ? `\\${text}` : text;
}

/** The file name in a picture's address. */
export function fileOf(src: string): string {
  return src.slice(src.lastIndexOf("/") + 1);
}
