import type { Answer } from "@/app/_client/keepsake-answers";
import { directionOf } from "@/app/_ui/direction";

export type Keepsake = {
  /** The language of the words between. */
  language: string;
  words: Record<"file" | "title" | "intention" | "answers" | "reflections" | "again" | "note", string>;
  intention: string;
  answers: Answer[];
  reflections: Answer[];
  handout: { title: string; language: string; html: string } | null;
};

/** The keepsake as a page that needs nothing else: no script, no address, its looks inside. */
export function keepsakePage(keepsake: Keepsake): string {
  const { language, words } = keepsake;
  return `<!doctype html>
<html lang="${escaped(language)}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(words.file)}</title>
<style>${keepsakeStyle}</style>
</head>
<body>
${keepsakeBody(keepsake)}
</body>
</html>
`;
}

/** The same without what makes it a document. The handout's HTML is our own renderer's; all else is escaped. */
export function keepsakeBody({ words, intention, answers, reflections, handout }: Keepsake): string {
  return `<main class="keepsake">
<h1>${escaped(words.title)}</h1>
${intention === "" ? "" : `<section class="first"><h2>${escaped(words.intention)}</h2>${written(intention)}</section>`}
${section(words.reflections, reflections, words.again)}
${section(words.answers, answers, words.again)}
${
  handout === null
    ? ""
    : `<section class="handout" ${said(handout.language)}><h2>${escaped(handout.title)}</h2>${handout.html}</section>`
}
<footer>${escaped(words.note)}</footer>
</main>`;
}

function section(title: string, answers: Answer[], again: string): string {
  if (answers.length === 0) return "";
  return `<section><h2>${escaped(title)}</h2>${answers.map((answer) => articleOf(answer, again)).join("\n")}</section>`;
}

function articleOf(answer: Answer, again: string): string {
  const title = `${escaped(answer.title)}${answer.again ? ` <small>(${escaped(again)})</small>` : ""}`;
  const lines = answer.lines.map(({ of, said }) =>
    of === null
      ? written(said)
      : `<p><span dir="auto">${escaped(of)}</span> <b dir="auto">${escaped(said)}</b></p>`,
  );
  const head = answer.title === "" ? "" : `<h3 ${said(answer.language)}>${title}</h3>`;
  return `<article>${head}${lines.join("\n")}</article>`;
}

const written = (text: string) => `<p class="written" dir="auto">${escaped(text)}</p>`;
const said = (language: string) =>
  language === "" ? `dir="auto"` : `lang="${escaped(language)}" dir="${directionOf(language)}"`;

const signs: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);

export const keepsakeStyle = `
@page { size: A4; margin: 16mm 17mm; }
:root { color-scheme: light; }
body { margin: 0; background: #fbf8f3; }
.keepsake { box-sizing: border-box; max-width: 42rem; margin: 0 auto; padding: 1.5rem 1.25rem 2.5rem; background: #fff; color: #23211e; font: 1.0625rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; overflow-wrap: break-word; }
.keepsake * { box-sizing: border-box; }
.keepsake h1 { margin: 0 0 1rem; font-size: 1.7em; line-height: 1.2; }
.keepsake h2 { margin: 1.8em 0 .5em; padding-top: .7em; border-top: 2px solid #1f5f4f; font-size: 1.25em; line-height: 1.25; }
.keepsake h3, .keepsake h4 { margin: 1.1em 0 .25em; font-size: 1em; line-height: 1.3; }
.keepsake .handout h2 ~ h2 { border-top: 0; padding-top: 0; margin-top: 1.2em; font-size: 1.1em; }
.keepsake p, .keepsake ul, .keepsake ol, .keepsake blockquote { margin: .35em 0; }
.keepsake ul, .keepsake ol { padding-inline-start: 1.3em; }
.keepsake blockquote { padding-inline-start: .9em; border-inline-start: 3px solid #1f5f4f; }
.keepsake img { max-width: 100%; height: auto; }
.keepsake table { border-collapse: collapse; }
.keepsake th, .keepsake td { padding: .25em .7em .25em 0; border-bottom: 1px solid #e4ddd2; text-align: start; vertical-align: top; }
.keepsake .written { white-space: pre-wrap; }
.keepsake .first { padding: .9rem 1.1rem; border: 2px solid #1f5f4f; border-radius: 12px; }
.keepsake .first h2 { margin: 0 0 .3em; padding: 0; border: 0; font-size: 1em; }
.keepsake .first p { font-size: 1.25em; }
.keepsake footer { margin-top: 2em; color: #5f5a52; font-size: .85em; }
@media print {
  body { background: none; }
  .keepsake { max-width: none; padding: 0; font-size: 10.5pt; line-height: 1.38; }
  .keepsake h2, .keepsake h3, .keepsake h4 { break-after: avoid; }
  .keepsake article, .keepsake li, .keepsake .first, .keepsake blockquote, .keepsake img { break-inside: avoid; }
  .keepsake h2 { margin-top: 1.2em; }
}
`;
