import { isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument, type YAMLMap } from "yaml";
import type { Picture } from "@/protocol/kinds/base";
import type { Report } from "./errors";
import { type Pictures, splitPicture, withoutBackslash } from "./pictures";
import { isPlainText, notTextMessage } from "./plain-text";
import { isSlug, slugOf } from "./slug";
import { suggest } from "./spelling";
import type { Block } from "./split";

export type Item = { id: string; text: string; picture?: Picture | undefined };

/**
 * The fields of a front matter or of a prompt, read one by one. Each reading
 * names its field, so what was never asked for is what nobody knows.
 */
export class Fields {
  #pairs = new Map<string, { key: Node | null; value: Node | null }>();
  #asked: string[] = [];
  #lines = new LineCounter();
  #block: Block;
  #report: Report;
  #pictures: Pictures;

  constructor(block: Block, report: Report, pictures: Pictures) {
    this.#block = block;
    this.#pictures = pictures;
    this.#report = report;
    const document = parseDocument(block.text, { lineCounter: this.#lines, prettyErrors: false });
    // A warning is of a text that begins with “!”, which YAML would drop in silence.
    const faults = [...document.errors, ...document.warnings];
    for (const fault of faults) {
      const line = this.#lineAt(fault.pos[0]);
      const written = block.text.split("\n")[line - block.line] ?? "";
      report(line, yamlCause(fault.code, fault.message, written));
    }
    // What is missing after this is missing because it could not be read.
    if (faults.length > 0) {
      this.#report = () => {};
      return;
    }
    const root = document.contents;
    if (root === null || (isScalar(root) && root.value === null)) return;
    if (!isMap(root)) {
      report(block.line, "Fields are needed here, one per line, as in “name: value”.");
      return;
    }
    for (const pair of (root as YAMLMap<Node, Node | null>).items)
      this.#pairs.set(this.#words(pair.key) ?? "", { key: pair.key, value: pair.value });
  }

  /** Reports what is wrong with a field, on its line or, when it is missing, on the block's first. */
  fault(name: string, message: string): undefined {
    this.#report(this.#lineOf(this.#pairs.get(name)?.key ?? null), message);
    return undefined;
  }

  /** The line of every field, by its name. */
  lines(): Map<string, number> {
    return new Map([...this.#pairs].map(([name, { key }]) => [name, this.#lineOf(key)]));
  }

  has(name: string): boolean {
    return this.#pairs.has(name);
  }

  /** A text on one line; `undefined` when the field is absent or was reported. */
  text(name: string, max: number): string | undefined {
    const value = this.#take(name);
    if (value === undefined) return undefined;
    const text = value === null ? "" : this.#words(value);
    if (text === undefined) return this.fault(name, `“${name}” must be a text.`);
    if (text.length > max)
      return this.fault(name, `“${name}” is too long: ${text.length} characters, and at most ${max} fit.`);
    return text;
  }

  number(name: string, range: { min: number; max: number; whole: boolean }): number | undefined {
    const value = this.#take(name);
    if (value === undefined) return undefined;
    const number = isScalar(value) ? value.value : undefined;
    const fits =
      typeof number === "number" &&
      number >= range.min &&
      number <= range.max &&
      (!range.whole || Number.isInteger(number));
    if (fits) return number;
    const what = range.whole ? "a whole number" : "a number";
    return this.fault(name, `“${name}” must be ${what} from ${range.min} to ${range.max}.`);
  }

  /** A list of numbers. */
  numbers(name: string, range: { min: number; max: number; whole: boolean }): number[] | undefined {
    const value = this.#take(name);
    if (value === undefined) return undefined;
    const items = isSeq(value) ? value.items : [value];
    const numbers = items.map((item) => (isScalar(item) ? item.value : undefined));
    const fit = numbers.every(
      (number) =>
        typeof number === "number" &&
        number >= range.min &&
        number <= range.max &&
        (!range.whole || Number.isInteger(number)),
    );
    if (fit) return numbers as number[];
    const what = range.whole ? "whole numbers" : "numbers";
    return this.fault(name, `“${name}” must be a list of ${what} from ${range.min} to ${range.max}.`);
  }

  /** `- name: value` lines, as pairs of texts. */
  pairs(name: string): [string, string][] | undefined {
    const value = this.#take(name);
    if (value === undefined || value === null) return undefined;
    const pairs = (isSeq(value) ? value.items : []).flatMap((item) => {
      const only =
        isMap(item) && item.items.length === 1 ? (item.items[0] as Pair<Node, Node | null>) : undefined;
      const key = only ? this.#words(only.key) : undefined;
      const text = only ? this.#words(only.value) : undefined;
      return key === undefined || text === undefined ? [] : [[key, text] as [string, string]];
    });
    if (isSeq(value) && pairs.length === value.items.length) return pairs;
    return this.fault(name, `“${name}” must be a list of lines like “- this: that”.`);
  }

  flag(name: string): boolean | undefined {
    const value = this.#take(name);
    if (value === undefined) return undefined;
    const said = this.#words(value)?.toLowerCase();
    if (said === "true" || said === "yes") return true;
    if (said === "false" || said === "no") return false;
    return this.fault(name, `“${name}” must be “true” or “false”.`);
  }

  /** A list of texts, or a single one. */
  texts(name: string): string[] | undefined {
    const value = this.#take(name);
    if (value === undefined || value === null) return undefined;
    const texts = (isSeq(value) ? value.items : [value]).map((item) => this.#words(item as Node));
    if (texts.every((text) => text !== undefined)) return texts;
    return this.fault(name, `“${name}” must be a text or a list of texts.`);
  }

  /** `- text` or `- id: text`; an id that is not written is made from the text. */
  items(name: string, limits: { min: number; max: number; textMax: number }): Item[] | undefined {
    const value = this.#take(name);
    const example = `“${name}:” needs a list below it, each line indented and beginning with “- ”.`;
    if (value === undefined) return this.fault(name, `“${name}” is missing. ${example}`);
    if (!isSeq(value)) return this.fault(name, example);
    const { min, max } = limits;
    if (value.items.length < min || value.items.length > max)
      return this.fault(
        name,
        `“${name}” has ${value.items.length} ${value.items.length === 1 ? "line" : "lines"}; it needs ${min} to ${max}.`,
      );
    const items = value.items.map((node, index) => this.#item(node as Node | null, name, index));
    const seen = new Set<string>();
    let sound = true;
    items.forEach((item, index) => {
      const fault = this.#faultOf(item, name, limits.textMax, seen);
      if (item) seen.add(item.id);
      if (fault === undefined) return;
      sound = false;
      this.#report(this.#lineOf((value.items[index] as Node | null) ?? value), fault);
    });
    return sound ? (items as Item[]) : undefined;
  }

  /** Reports every field that was never asked for. Call it last. */
  done(where: string): void {
    for (const [name] of this.#pairs)
      if (!this.#asked.includes(name))
        this.fault(name, `${where} has no field “${name}”. ${suggest(name, this.#asked)}`);
  }

  #take(name: string): Node | null | undefined {
    if (!this.#asked.includes(name)) this.#asked.push(name);
    const pair = this.#pairs.get(name);
    return pair === undefined ? undefined : pair.value;
  }

  #faultOf(item: Item | undefined, name: string, max: number, seen: Set<string>): string | undefined {
    if (item === undefined) return `A line of “${name}” must be a text.`;
    if (item.text === "") return `A line of “${name}” is empty.`;
    if (item.text.length > max)
      return `A line of “${name}” is too long: ${item.text.length} characters, and at most ${max} fit.`;
    if (seen.has(item.id))
      return `Two lines of “${name}” would both be called “${item.id}”. Name one of them, as in “- another-name: ${item.text}”.`;
    return undefined;
  }

  #item(node: Node | null, name: string, index: number): Item | undefined {
    if (isMap(node)) {
      const pair = node.items.length === 1 ? (node.items[0] as Pair<Node, Node | null>) : undefined;
      const id = pair ? this.#words(pair.key) : undefined;
      if (pair && id !== undefined && isSlug(id)) {
        const text = pair.value === null ? "" : this.#words(pair.value);
        return text === undefined ? undefined : { id, ...this.#pictured(text, node) };
      }
      // “- Remember: breathe” is a sentence with a colon, not a name and a text.
      const range = node.range;
      const text = pair && range ? oneLine(this.#block.text.slice(range[0], range[1])) : undefined;
      return text === undefined ? undefined : this.#named(text, name, index, node);
    }
    const text = node === null ? "" : this.#words(node);
    return text === undefined ? undefined : this.#named(text, name, index, node);
  }

  #named(written: string, name: string, index: number, node: Node | null): Item {
    const { text, picture } = this.#pictured(written, node);
    const id = derivedId(text, name, index);
    return picture ? { id, text, picture } : { id, text };
  }

  /** A line's text, and the picture that it begins with. */
  #pictured(written: string, node: Node | null): Omit<Item, "id"> {
    const found = splitPicture(written);
    if (!found) return { text: withoutBackslash(written) };
    const src = this.#pictures(found.name);
    if (src === undefined)
      this.#report(
        this.#lineOf(node),
        `There is no picture “${found.name}” in the class's folder “pictures”.`,
      );
    else if (found.alt === "" || found.alt.length > 240)
      this.#report(
        this.#lineOf(node),
        "Say between the brackets, in at most 240 characters, what the picture shows, for those who cannot see it.",
      );
    else return { text: found.text, picture: { src, alt: found.alt } };
    return { text: found.text };
  }

  /** What a person wrote, also when YAML would make a number or a truth of it. */
  #words(node: Node | null): string | undefined {
    if (!isScalar(node)) return undefined;
    if (node.value === null) return "";
    const text = typeof node.value === "string" ? node.value : (node.source ?? String(node.value));
    if (isPlainText(text)) return oneLine(text);
    this.#report(this.#lineOf(node), notTextMessage);
    return undefined;
  }

  #lineOf(node: Node | null): number {
    return node?.range ? this.#lineAt(node.range[0]) : this.#block.line;
  }

  #lineAt(offset: number): number {
    return this.#block.line + Math.max(this.#lines.linePos(offset).line, 1) - 1;
  }
}

/** The id of a line that names none. */
export function derivedId(text: string, name: string, index: number): string {
  return slugOf(text) || `${slugOf(name)}-${index + 1}`;
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function yamlCause(code: string, message: string, line: string): string {
  const first = message.split("\n")[0] ?? message;
  if (/^\s*(?:-\s+)?(?:[\w-]+:\s+)?!/.test(line))
    return 'A text that begins with a picture or with “!” needs quotation marks around all of it, as in: - "![A cup](cup.svg) Have a drink".';
  if (code === "DUPLICATE_KEY") return "This field is written twice.";
  if (code === "TAB_AS_INDENT") return "Indent with spaces here, not with a tab.";
  if (/compact mapping|implicit key/i.test(first))
    return 'A text with a colon in it needs quotation marks around it, as in: title: "Ready: set".';
  if (/call stack/i.test(first)) return "These fields are nested too deeply.";
  return `These fields cannot be read: ${first}.`;
}
