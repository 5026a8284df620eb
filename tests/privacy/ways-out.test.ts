import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { canary, everythingSaid, openPlace, type Said, waysOut } from "@/tests/privacy/ways-out";
import { kinds } from "@/tests/support/decks";
import type { Room } from "@/tests/support/room";

let room: Room;
let below: Said[];
let enough: Said[];

beforeAll(async () => {
  room = await openPlace();
  // The guard wants three in a room so small.
  below = await everythingSaid(room, 2);
  enough = await everythingSaid(room, 4);
}, 120_000);
afterAll(() => room.close());

/** What tells a phone of itself, by the token that it alone has. */
const ofOneself = "command own:read";

/** Everything within that is the tally of a prompt, whatever its kind. */
function talliesIn(what: unknown): unknown[] {
  if (typeof what !== "object" || what === null) return [];
  const deeper = Object.values(what).flatMap(talliesIn);
  const { kind, responses } = what as { kind?: unknown; responses?: unknown };
  const isTally = kinds.some((known) => known === kind) && typeof responses === "number";
  return isTally ? [what, ...deeper] : deeper;
}

const written = ({ what }: Said) => JSON.stringify(what)?.includes(canary) ?? false;
const waysOf = (said: Said[]) => [...new Set(said.map(({ way }) => way))].sort();

/** What comes by itself, and not within a class. */
const elsewhere = [
  "command sign-in:create", // a sign-in knows no session
  "event facilitator:changed", // these three hold a word each at most
  "event server:stopping",
  "event sign-in:ended",
];

test("every way out of the server is looked at: a new command, event or query stands in this test or fails it", () => {
  const expected = waysOut(room.app.queries).filter((way) => !elsewhere.includes(way));
  for (const said of [below, enough])
    expect(expected.filter((way) => !waysOf(said).includes(way))).toEqual([]);
});

test("R31: below the minimum, nothing of what was answered comes out by any of them", () => {
  const told = below.filter(({ way }) => way !== ofOneself);
  expect(told.filter(written).map(({ way }) => way)).toEqual([]);
  expect(told.filter(({ what }) => talliesIn(what).length > 0).map(({ way }) => way)).toEqual([]);
  // What the spreadsheet says of a prompt is that it is held.
  const exported = below.find(({ way }) => way === "export")?.what as string;
  expect(exported).toContain("withheld");
  expect(exported).not.toMatch(/,result,|,card,|,word,/);
});

test("the look is a look: with enough answers they do come out, by every way that results have", () => {
  const texts = waysOf(enough.filter(written));
  const ways = [
    "event session:changed",
    "event session:patched",
    "query console",
    "query summary",
    "query shared",
  ];
  expect(texts).toEqual(expect.arrayContaining([...ways, "query screen", "command session:view", "export"]));
  const sums = waysOf(enough.filter(({ what }) => talliesIn(what).length > 0));
  expect(sums).toEqual(
    expect.arrayContaining([...ways, "query screen", "query join", "command prompt:close"]),
  );
});

test("a phone that asks for its own is told its own, and nobody else's", () => {
  for (const said of [below, enough]) {
    const own = said.filter(({ way }) => way === ofOneself).map(({ what }) => JSON.stringify(what));
    expect(own.length).toBeGreaterThan(0);
    for (const one of own) {
      expect(one).toContain(`${canary} phone 0`);
      expect(one).not.toMatch(/phone [1-9]/);
    }
  }
});

test("pages and routes have nothing to tell but what the queries and commands looked at here answer", () => {
  const root = fileURLToPath(new URL("../../app/", import.meta.url));
  const files = readdirSync(root, { recursive: true }).map(String);
  const sources = files.filter((file) => /\.tsx?$/.test(file) && !file.includes(".test."));
  const imports = sources.flatMap((file) =>
    [
      ...readFileSync(`${root}${file}`, "utf8").matchAll(
        /^import (?!type )[^;]*?from "(@\/(?:server|db)[^"]*)"/gms,
      ),
    ].map(([, from]) => from),
  );
  expect([...new Set(imports)]).toEqual(["@/server/app"]);
});
