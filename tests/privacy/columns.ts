import type { Sql, TransactionSql } from "postgres";

/** What a column holds. `docs/privacy.md` says which is which, in a table that a test reads. */
const classes = [
  "random id", // made by chance, says nothing
  "key", // the hash of a token that serves one purpose and no other
  "place", // which session, prompt or question a row belongs to
  "answer", // what a participant gave
  "mark", // what is known of the row itself: nothing of who gave it
  "sum", // of many participants together
  "fading minute", // when a signal goes, at a whole minute
  "facilitator", // made, or set, by somebody with an account
  "account",
  "time", // when an account holder did something
  "library",
  "system",
] as const;
export type ColumnClass = (typeof classes)[number];

/** The classes that a row about one participant may be made of. */
const ofParticipants: readonly ColumnClass[] = [
  "random id",
  "key",
  "place",
  "answer",
  "mark",
  "fading minute",
  "facilitator",
];

/** The only point in time in a row about a participant, and why it may be there. */
const fadingMinute = "pulses.fades_at";

export type Column = {
  table: string;
  column: string;
  type: string;
  /** The table that a foreign key leads to. */
  references: string | null;
  /** Numbered by PostgreSQL, or filled by it: now(), a sequence, an identity, an expression. */
  fills: string | null;
};

/** Every column of every table of the application, as the database's own catalog has it. */
export async function columnsOf(sql: Sql | TransactionSql): Promise<Column[]> {
  return sql<Column[]>`
    select c.relname as table, a.attname as column, format_type(a.atttypid, null) as type,
      (select f.confrelid::regclass::text from pg_constraint f
        where f.contype = 'f' and f.conrelid = c.oid and a.attnum = any (f.conkey) limit 1) as references,
      case when a.attidentity <> '' or a.attgenerated <> '' then 'generated'
        else pg_get_expr(d.adbin, d.adrelid) end as fills
    from pg_class c join pg_attribute a on a.attrelid = c.oid
      left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'm')
      and a.attnum > 0 and not a.attisdropped
    order by c.relname, a.attnum`;
}

/** The classes by `table.column`, from the rows `| table | column | class | … |` of the document. */
export function listedIn(document: string): Map<string, ColumnClass> {
  const listed = new Map<string, ColumnClass>();
  for (const line of document.split("\n")) {
    const [, table, column, name] = /^\| `(\w+)` \| `(\w+)` \| ([a-z ]+) \|/.exec(line) ?? [];
    const known = classes.find((one) => one === name);
    if (!table || !column) continue;
    if (!known) throw new Error(`${table}.${column} has the class "${name}", which is none.`);
    if (listed.has(`${table}.${column}`)) throw new Error(`${table}.${column} is listed twice.`);
    listed.set(`${table}.${column}`, known);
  }
  return listed;
}

/** Everything that is wrong with the columns, one sentence each that says what to do. */
export function objections(columns: Column[], listed: Map<string, ColumnClass>): string[] {
  const names = columns.map(nameOf);
  // Where a key is, each row is one participant's.
  const participants = new Set(
    columns
      .filter((one) => one.column === "key" || listed.get(nameOf(one)) === "key")
      .map(({ table }) => table),
  );
  return [
    ...columns
      .filter((one) => !listed.has(nameOf(one)))
      .map(
        (one) =>
          `${nameOf(one)} is in no list: ask whether it could join a response to a person, then give it a row in docs/privacy.md.`,
      ),
    ...[...listed.keys()]
      .filter((name) => !names.includes(name))
      .map((name) => `${name} is listed but does not exist: take its row out of docs/privacy.md.`),
    ...columns.flatMap((one) => objectionTo(one, listed.get(nameOf(one)), participants) ?? []),
  ];
}

function objectionTo(
  one: Column,
  listed: ColumnClass | undefined,
  participants: Set<string>,
): string | undefined {
  const name = nameOf(one);
  if (/^(inet|cidr|macaddr8?)$/.test(one.type))
    return `${name} holds a network address, which is never stored.`;
  if (one.references && participants.has(one.references) && !participants.has(one.table))
    return `${name} leads from ${one.table} to one participant's row: what holds accounts or settings must not.`;
  if (!participants.has(one.table)) {
    if (listed && ["key", "answer"].includes(listed))
      return `${name} is of a participant, but ${one.table} has no key: only tables with one are watched as theirs.`;
    return undefined;
  }
  if (listed && !ofParticipants.includes(listed))
    return `${name} is of the class "${listed}", which no row about a participant may have.`;
  if (/^(timestamp|date|time|interval)/.test(one.type) && name !== fadingMinute)
    return `${name} is a point in time: the times of a phone's rows join them. Take it out.`;
  if (/^(smallint|integer|bigint|numeric|real|double precision|oid|xid|pg_lsn)/.test(one.type))
    return `${name} is a number, which may tell an order: rows about participants have none.`;
  if (one.fills && !/^(false|true|'[^']*'::(text|jsonb))$/.test(one.fills))
    return `${name} is filled by the database (${one.fills}), which knows when and in which order. Take it out.`;
  if (one.references && !["sessions", "questions"].includes(one.references))
    return `${name} leads to ${one.references}: rows about participants lead to their session or question alone.`;
  if (one.type === "uuid" && listed && !["random id", "place"].includes(listed))
    return `${name} is a uuid of the class "${listed}": it may name somebody. An id is random, or a place.`;
  return undefined;
}

const nameOf = ({ table, column }: Column) => `${table}.${column}`;
