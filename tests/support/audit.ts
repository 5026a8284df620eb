import { isDeepStrictEqual } from "node:util";
import type { AnsweringPhone, OwnAnswer } from "@/tests/support/answering";
import { askDatabase } from "@/tests/support/attune-process";

/** What the database holds beside what the phones know; everything but the numbers is to be empty. */
export type Audit = {
  rows: number;
  /** Answers of which a phone was told that they are there. */
  acknowledged: number;
  /** Acknowledged, and not there. */
  lost: string[];
  /** There with a value that is older than the one last acknowledged, that was refused, or that its phone never sent. */
  wrong: string[];
  /** There more than once. */
  doubled: string[];
  /** There, and nobody's. */
  invented: string[];
};

type Told = { own: OwnAnswer; acknowledged: number; refused: number[] };
type Row = { prompt: string; key: string; value: unknown };

/**
 * Compares the responses of a session, row by row, with what its phones sent and
 * were told before the rows are read: it may be done while answers are under way.
 */
export async function audit(url: string, sessionId: string, phones: AnsweringPhone[]): Promise<Audit> {
  const told = phones.map(({ answers }) =>
    [...answers].map(([prompt, own]) => ({
      prompt,
      own,
      acknowledged: own.acknowledged,
      refused: [...own.refused],
    })),
  );
  const rows = await askDatabase(
    url,
    (sql) => sql<Row[]>`
      select prompt_id as prompt, key, value from responses where session_id = ${sessionId}`,
  );
  const stored = new Map<string, Row[]>();
  for (const row of rows) {
    const place = `${row.prompt} ${row.key}`;
    stored.set(place, [...(stored.get(place) ?? []), row]);
  }
  const found: Audit = { rows: rows.length, acknowledged: 0, lost: [], wrong: [], doubled: [], invented: [] };
  for (const [n, answers] of told.entries())
    for (const one of answers) {
      const name = `phone ${n}, ${one.prompt}`;
      const place = `${one.prompt} ${one.own.key}`;
      const there = stored.get(place) ?? [];
      stored.delete(place);
      if (one.acknowledged >= 0) found.acknowledged += 1;
      if (there.length > 1) found.doubled.push(name);
      const [row] = there;
      if (row && !mayStand(one, row.value)) found.wrong.push(`${name}: ${JSON.stringify(row.value)}`);
      if (!row && one.acknowledged >= 0) found.lost.push(name);
    }
  found.invented = [...stored.keys()];
  return found;
}

/** The value last acknowledged, or a later one that left the phone and of which nobody said what became of it. */
function mayStand({ own, acknowledged, refused }: Told, value: unknown): boolean {
  return own.written.some(
    (one, place) =>
      isDeepStrictEqual(one, value) &&
      own.sent.has(place) &&
      place >= acknowledged &&
      !refused.includes(place),
  );
}

/** What of an audit is never to be other than empty, however much is still under way. */
export const faultless = { lost: [], wrong: [], doubled: [], invented: [] };

/** What an audit comes to when everybody was told of everything and all of it is there. */
export const complete = (answers: number): Audit => ({
  rows: answers,
  acknowledged: answers,
  ...faultless,
});
