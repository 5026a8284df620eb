import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { objectionsTo } from "@/tests/privacy/logged";

const root = fileURLToPath(new URL("../..", import.meta.url));
const sources = readSources();

function readSources(): Map<string, string> {
  const files = ["app", "content", "db", "protocol", "server"]
    .flatMap((folder) =>
      readdirSync(`${root}${folder}`, { recursive: true }).map((file) => `${folder}/${file}`),
    )
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .sort();
  return new Map(files.map((file) => [file, readFileSync(`${root}${file}`, "utf8")]));
}

test("no place in the program writes down what could join a response to a person", () => {
  expect([...sources].flatMap(([file, source]) => objectionsTo(file, source))).toEqual([]);
});

test("the check reads what is there: the program does write to its log", () => {
  const calls = [...sources.values()].flatMap((source) => source.match(/\blog\.(error|warn)\(/g) ?? []);
  expect(calls.length).toBeGreaterThan(10);
});

const using = 'import { log } from "@/server/log";\n';
const mistakes: [written: string, said: RegExp][] = [
  ['log.warn("a phone came", { address });', /field "address"/],
  ['log.warn("a phone came", { id: actor.attendance });', /field "id: actor.attendance"/],
  ['log.info("answered", { ...input });', /field "...input"/],
  ['log.info("answered", input);', /write its fields out/],
  ["log.error(`failed for ".concat("${", "token}`);"), /constant text/],
  ['log.error("failed for " + token);', /constant text/],
  ['log.error("failed", {}, { input });', /third is the error/],
  ['log.error("failed", {}, error, input);', /third is the error/],
  ["const { warn } = log;", /not log.<level>/],
  ["promise.catch(log.error);", /not log.<level>/],
  ["log . warn (token);", /constant text/],
  ['log["warn"](token);', /not log.<level>/],
  ["console.log(input);", /writes to a stream/],
  ["process.stderr.write(input);", /writes to a stream/],
  ['new Counter({ name: "answers", labelNames: ["session"] });', /counts by "session"/],
];

test.each(mistakes)("the check can fail: %s", (written, said) => {
  expect(objectionsTo("server/made.ts", `${using}${written}`).join("\n")).toMatch(said);
});

test("what is said in a comment is not taken for a call", () => {
  const harmless = "// log.warn(address)\n/** console.log(1) */\n";
  expect(objectionsTo("server/made.ts", `${using}${harmless}log.warn("quiet"); // log.warn(token)`)).toEqual(
    [],
  );
});
