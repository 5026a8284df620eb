/** One place in the program that writes to the log. */
type Call = { line: number; args: string[] };

/**
 * What may stand in a line of the log beside its event, each looked at: `field: expression`.
 * None is of a participant, none is a secret, and none is what somebody wrote.
 */
const fields = new Set([
  "command: name", // a command's name in our own table
  "id", // of this failure, made by chance
  "refused: outage.unsaid", // how many commands
  "triesLeft: tries",
  "redis: where", // host and port of the operator's Redis
  "code: codeOf(error)", // of a connection
  "sockets: closed", // how many, of the whole process
]);

/** Events that are no constant text of their own, by file, and why. */
const spoken = new Map([
  ["server/attune.ts", "sentence"], // what db/embedded says of its PostgreSQL, all constant
]);

/** Where the program may write to a stream itself: what it says to whoever started it. */
const speakers = new Set(["server/attune.ts", "server/log.ts", "content/classes/attachment/source-runs.ts"]);

/** Labels of figures; their values are few and name no session and no person. */
const labels = new Set(["kind", "code"]);

/** Everything in a file that may write down what it should not, one sentence each that says what to do. */
export function objectionsTo(file: string, source: string): string[] {
  const code = withoutComments(source);
  return [...logObjections(file, code), ...otherObjections(file, code)];
}

function logObjections(file: string, code: string): string[] {
  if (file === "server/log.ts" || !/from "@\/server\/log"/.test(code)) return [];
  const calls = callsIn(code);
  const body = code.replace(/import \{[^}]*\} from "@\/server\/log";/, "");
  const uses = body.match(/(?<![\w.$"'])log(?![\w"'])/g)?.length ?? 0;
  const objections =
    uses === calls.length
      ? []
      : [
          `${file} uses the log in a way that is not log.<level>(…): call it by its name, so that it can be read.`,
        ];
  if (!/import \{ log \} from "@\/server\/log"/.test(code))
    objections.push(`${file} imports the log under another name: use its own, so that it can be read.`);
  for (const { line, args } of calls) {
    const [event = "", given = "{}", error = "", ...more] = args;
    const at = `${file}:${line}`;
    if (!/^"[^"\\]*"$/.test(event) && spoken.get(file) !== event)
      objections.push(`${at} logs ${event}: an event is a constant text in double quotes.`);
    if (!/^\{.*\}$/s.test(given)) objections.push(`${at} logs ${given}: write its fields out, one by one.`);
    for (const field of split(given.replace(/^\{|\}$/g, "")))
      if (!fields.has(field))
        objections.push(
          `${at} logs the field "${field}": ask whether it could join a response to a person, then list it in tests/privacy/logged.ts.`,
        );
    if (!["", "error"].includes(error) || more.length > 0)
      objections.push(`${at} logs ${[error, ...more].join(", ")}: the third is the error, and the last.`);
  }
  return objections;
}

function otherObjections(file: string, code: string): string[] {
  const objections: string[] = [];
  if (
    !speakers.has(file) &&
    /process\s*\.\s*(stdout|stderr)\s*\.\s*write|(?<![\w.])console\s*\.\s*\w+\s*\(/.test(code)
  )
    objections.push(`${file} writes to a stream by itself: write to the log, whose fields are looked at.`);
  for (const [, named = ""] of code.matchAll(/labelNames:\s*\[([^\]]*)\]/g))
    for (const label of split(named).map((one) => one.replaceAll('"', "")))
      if (!labels.has(label))
        objections.push(
          `${file} counts by "${label}": ask whether it could point at a session or a person, then list it in tests/privacy/logged.ts.`,
        );
  return objections;
}

/** The calls of `log.<level>(…)` with their arguments as they are written. */
function callsIn(code: string): Call[] {
  return [...code.matchAll(/(?<![\w.$"'])log\s*\.\s*(?:error|warn|info|debug)\s*\(/g)].map((match) => {
    const from = match.index + match[0].length;
    return {
      line: code.slice(0, match.index).split("\n").length,
      args: split(code.slice(from, closing(code, from))),
    };
  });
}

/** Where what was opened before `from` is closed. */
function closing(code: string, from: number): number {
  let depth = 0;
  for (let at = from; at < code.length; at = after(code, at)) {
    const letter = code[at] ?? "";
    if (")]}".includes(letter) && depth === 0) return at;
    if ("([{".includes(letter)) depth += 1;
    if (")]}".includes(letter)) depth -= 1;
  }
  return code.length;
}

/** The parts between commas, those within brackets and texts left alone. */
function split(code: string): string[] {
  const parts: string[] = [];
  let begin = 0;
  for (let at = 0; at < code.length; at = after(code, at)) {
    const letter = code[at] ?? "";
    if ("([{".includes(letter)) at = closing(code, at + 1);
    else if (letter === ",") {
      parts.push(code.slice(begin, at));
      begin = at + 1;
    }
  }
  parts.push(code.slice(begin));
  return parts.map((part) => part.trim().replace(/\s+/g, " ")).filter((part) => part !== "");
}

/** The next place to look at: behind a text as a whole. */
function after(code: string, at: number): number {
  const quote = code[at] ?? "";
  if (!`"'\``.includes(quote)) return at + 1;
  let end = at + 1;
  while (end < code.length && code[end] !== quote) end += code[end] === "\\" ? 2 : 1;
  return end + 1;
}

/** Without lines that are comments, and what stands behind ` // `. Whatever else names the log is looked at. */
function withoutComments(source: string): string {
  return source
    .split("\n")
    .map((line) => (/^\s*(\/\/|\/?\*)/.test(line) ? "" : line.replace(/\s\/\/ .*$/, "")))
    .join("\n");
}
