import type { PhoneView } from "@/protocol/views";

/** What is said in one breath, and in which language. */
export type Spoken = { text: string; language: string };

/** As much of a DOM node as is looked at here; tests make theirs by hand. */
export type Node = {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly childNodes: Iterable<Node>;
  readonly getAttribute?: (name: string) => string | null;
};

/** What is on the page, in which language: another one ends the reading of this one. */
export function aloudOf({ status, blank, language, slide, prompt }: PhoneView) {
  const shown = status === "live" && !blank ? slide : null;
  return {
    language: shown?.language ?? language,
    moment: `${status} ${shown?.id ?? ""} ${prompt?.id ?? ""}`,
  };
}

const element = 1;
const text = 3;
/** Fields and buttons are the parent's own; the rest is no text. */
const silent = new Set([
  ...["SCRIPT", "STYLE", "TEMPLATE", "NOSCRIPT", "SVG", "CANVAS", "DIALOG", "DETAILS"],
  ...["INPUT", "TEXTAREA", "SELECT", "BUTTON", "PROGRESS", "METER"],
]);
const inline = new Set([
  ...["A", "ABBR", "B", "BDI", "BDO", "CITE", "CODE", "DFN", "EM", "I", "KBD", "MARK", "Q", "S", "SMALL"],
  ...["SPAN", "STRONG", "SUB", "SUP", "TIME", "U", "VAR"],
]);

/** The words of a part of the page in their order, a line for each block, each in its own language. */
export function linesOf(root: Node, language: string): Spoken[] {
  const lines: Spoken[] = [];
  let open: Spoken | null = null;
  const end = () => {
    const said = open?.text.replace(/\s+/g, " ").trim();
    // A mark alone is drawn, not said.
    if (open && said && /[\p{L}\p{N}]/u.test(said)) lines.push({ ...open, text: said });
    open = null;
  };
  const say = (words: string, spoken: string) => {
    if (open && open.language !== spoken && words.trim() !== "") end();
    open = { text: (open?.text ?? "") + words, language: open?.language ?? spoken };
  };
  const walk = (node: Node, around: string) => {
    if (node.nodeType === text) return say(node.nodeValue ?? "", around);
    if (node.nodeType !== element) return;
    const name = node.nodeName.toUpperCase();
    const get = (attribute: string) => node.getAttribute?.(attribute) ?? null;
    if (silent.has(name) || get("hidden") !== null || get("aria-hidden") === "true") return;
    if (get("data-unspoken") !== null) return;
    const spoken = get("lang") || around;
    const block = !inline.has(name);
    if (block) end();
    if (name === "IMG") say(get("alt") ?? "", spoken);
    for (const child of node.childNodes) walk(child, spoken);
    if (block) end();
  };
  walk(root, language);
  end();
  return lines;
}

/** Longer utterances are cut off by some browsers in the middle. */
const most = 180;

/** The same in pieces that every voice can say to their end: sentences, and parts of long ones. */
export function piecesToSay(lines: Spoken[]): Spoken[] {
  return lines.flatMap(({ text, language }) =>
    sentencesOf(text, language)
      .flatMap(shortened)
      .map((piece) => ({ text: piece, language })),
  );
}

function sentencesOf(text: string, language: string): string[] {
  const found =
    typeof Intl.Segmenter === "function"
      ? Array.from(segmenter(language).segment(text), ({ segment }) => segment)
      : text.split(/(?<=[.!?…。！？؟])\s+/u);
  return found.map((sentence) => sentence.trim()).filter((sentence) => sentence !== "");
}

function segmenter(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: "sentence" });
  } catch {
    return new Intl.Segmenter(undefined, { granularity: "sentence" });
  }
}

/** Cut at the last comma that fits, else at the last space, else anywhere. */
function shortened(sentence: string): string[] {
  if (sentence.length <= most) return [sentence];
  const head = sentence.slice(0, most);
  const comma = Math.max(...[", ", "; ", ": ", "، "].map((mark) => head.lastIndexOf(mark)));
  const space = head.lastIndexOf(" ");
  const at = comma > most / 3 ? comma + 1 : space > 0 ? space : most;
  return [sentence.slice(0, at).trim(), ...shortened(sentence.slice(at).trim())];
}

type Voice = Pick<SpeechSynthesisVoice, "lang" | "localService" | "default">;

/**
 * The phone's own voice for a language. One that is made elsewhere would send the
 * class's words there, so that it counts as none.
 */
export function voiceFor<V extends Voice>(voices: readonly V[], language: string): V | null {
  const wanted = tagOf(language);
  const base = (tag: string) => tag.split("-", 1)[0];
  const near = voices.filter((voice) => voice.localService && base(tagOf(voice.lang)) === base(wanted));
  return (
    near.find((voice) => tagOf(voice.lang) === wanted) ??
    near.find((voice) => voice.default) ??
    near[0] ??
    null
  );
}

/** Android writes `es_MX`. */
const tagOf = (language: string) => language.replaceAll("_", "-").toLowerCase();
