import { createHash } from "node:crypto";
import {
  asFarOff,
  atLeast,
  type Evidence,
  inBoth,
  nothing,
  rightGuesses,
  together,
} from "@/tests/privacy/chance";

/** A row as a thief has it: every column, PostgreSQL's hidden ones too, as text. */
export type Row = Record<string, string | null>;

/** The rows that every phone of a session has one of: an answer to one prompt, an attendance, a vote. */
export type List = { name: string; rows: Row[] };

/** What only the phones know: whose row has this key. */
export type Truth = Map<string, number>;

/**
 * The attacker tries to tell which row of one list and which of the next are of
 * one phone. With each column he makes these guesses, for all lists of all sessions together:
 * - rows that stand at the same place, when lists are sorted by it, are of one phone;
 * - phones that mostly were in the first half of the lists before are (or are never) in the next one's;
 * - rows of neighbouring lists that hold the same value are of one phone.
 * Answers the probability that chance alone does so well, by guess. Rows that a
 * column does not tell apart he takes in an order of his own, so chance is exact.
 */
export function attack(sessions: { lists: List[]; truth: Truth }[]): Map<string, number> {
  const tried = new Map<string, { evidence: Evidence; likely: (evidence: Evidence) => number }>();
  const note = (guess: string, found: Evidence, likely: (evidence: Evidence) => number) => {
    const evidence = together(tried.get(guess)?.evidence ?? nothing, found);
    tried.set(guess, { evidence, likely });
  };
  for (const { lists, truth } of sessions) {
    const habits = new Map<string, Map<number, number>>();
    for (const [one, next] of lists.slice(1).map((next, n) => [lists[n], next] as const)) {
      if (!one) continue;
      for (const column of columnsOf(one).filter((name) => columnsOf(next).includes(name))) {
        const [here, there] = [sorted(one, column), sorted(next, column)];
        note(`${column}: same place`, samePlace(here, there, truth), atLeast);
        const usual = withPlaces(habits.get(column) ?? new Map(), here, truth);
        habits.set(column, usual);
        note(`${column}: same half`, sameHalf(earliest(usual), there, truth), asFarOff);
        note(`${column}: same value`, sameValue(here, there, column, truth), atLeast);
        note(`${column}: commonest value`, commonest(here, there, column, truth), asFarOff);
      }
    }
  }
  return new Map([...tried].map(([guess, { evidence, likely }]) => [guess, likely(evidence)]));
}

const columnsOf = ({ rows: [row] }: List) => Object.keys(row ?? {});
const phonesOf = (rows: Row[], truth: Truth) => rows.map(({ key }) => truth.get(key ?? ""));

function sorted({ name, rows }: List, column: string): Row[] {
  const lot = (row: Row) => createHash("sha256").update(`${name} ${column} ${row.key}`).digest("hex");
  return rows
    .map((row) => ({ row, rank: rankOf(row[column] ?? ""), lot: lot(row) }))
    .sort((a, b) => compare(a.rank, b.rank) || (a.lot < b.lot ? -1 : 1))
    .map(({ row }) => row);
}

/** Numbers and places on disk, `(page,place)`, by their size; everything else as text. */
function rankOf(value: string): (number | string)[] {
  const numbers = /^\(?(-?\d+(?:\.\d+)?)(?:,(\d+)\))?$/.exec(value);
  return numbers ? [Number(numbers[1]), Number(numbers[2] ?? 0)] : [value];
}

function compare(a: (number | string)[], b: (number | string)[]): number {
  for (const [n, mine] of a.entries()) {
    const theirs = b[n] ?? "";
    if (mine !== theirs) return mine < theirs ? -1 : 1;
  }
  return 0;
}

function samePlace(here: Row[], there: Row[], truth: Truth): Evidence {
  const others = phonesOf(there, truth);
  const hits = phonesOf(here, truth).filter((phone, place) => phone === others[place]).length;
  return { hits, chance: rightGuesses(here.length, here.length) };
}

/** Each phone's places added up, in all lists so far: whatever the next list is, it is not in them yet. */
function withPlaces(before: Map<number, number>, rows: Row[], truth: Truth): Map<number, number> {
  const places = new Map(before);
  for (const [place, phone] of phonesOf(rows, truth).entries())
    if (phone !== undefined) places.set(phone, (places.get(phone) ?? 0) + place);
  return places;
}

/** The half of the phones that mostly came first. */
function earliest(places: Map<number, number>): Set<number> {
  const sorted = [...places].sort(([, a], [, b]) => a - b).map(([phone]) => phone);
  return new Set(sorted.slice(0, Math.floor(sorted.length / 2)));
}

function sameHalf(usual: Set<number>, there: Row[], truth: Truth): Evidence {
  const first = phonesOf(there.slice(0, Math.floor(there.length / 2)), truth);
  const hits = first.filter((phone) => phone !== undefined && usual.has(phone)).length;
  return { hits, chance: inBoth(there.length, usual.size, first.length) };
}

/** By values that stand once in each list: an id, a key, a rare answer. */
function sameValue(here: Row[], there: Row[], column: string, truth: Truth): Evidence {
  const single = (rows: Row[]) => {
    const byValue = new Map<string | null, Row[]>();
    for (const row of rows)
      byValue.set(row[column] ?? null, [...(byValue.get(row[column] ?? null) ?? []), row]);
    return new Map(
      [...byValue].flatMap(([value, [row, ...more]]) => (row && more.length === 0 ? [[value, row]] : [])),
    );
  };
  const [mine, theirs] = [single(here), single(there)];
  const both = [...mine].flatMap(([value, row]) => {
    const other = theirs.get(value);
    return other ? [[truth.get(row.key ?? ""), truth.get(other.key ?? "")]] : [];
  });
  const hits = both.filter(([one, other]) => one === other).length;
  return { hits, chance: rightGuesses(here.length, both.length) };
}

/** By the value that most rows hold: a flag, a language, a transaction. */
function commonest(here: Row[], there: Row[], column: string, truth: Truth): Evidence {
  const counts = new Map<string | null, number>();
  for (const row of here) counts.set(row[column] ?? null, (counts.get(row[column] ?? null) ?? 0) + 1);
  const [value] = [...counts].sort(([a, m], [b, n]) => n - m || (String(a) < String(b) ? -1 : 1))[0] ?? [
    null,
  ];
  const holding = (rows: Row[]) => rows.filter((row) => (row[column] ?? null) === value);
  return shared(holding(here), holding(there), here.length, truth);
}

function shared(here: Row[], there: Row[], phones: number, truth: Truth): Evidence {
  const others = new Set(phonesOf(there, truth));
  const hits = phonesOf(here, truth).filter((phone) => others.has(phone)).length;
  return { hits, chance: inBoth(phones, here.length, there.length) };
}
