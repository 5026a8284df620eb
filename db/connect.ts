import postgres, { type Options, type Sql } from "postgres";
import { createDb, type Database } from "@/db/client";
import { codeOf, StartupError } from "@/db/startup-error";

export type Connection = {
  db: Database;
  /** Whether a commit is on the disk before it is answered; false for a server whose operator turned fsync off. */
  durable: boolean;
  /** Whether the database answers. */
  alive: () => Promise<boolean>;
  /** Goes on with new connections, see isLateWrite. */
  renew: () => void;
  close: () => Promise<void>;
};

export const connectionOptions = {
  // Notices are for psql users.
  onnotice: () => undefined,
  connect_timeout: 10,
  connection: { application_name: "attune" },
  // The driver's own patience grows to 20 seconds, for which a database that is back would not be asked.
  backoff: (tries: number) => Math.min(0.01 * 2 ** tries, 0.25),
} satisfies Options<Record<string, never>>;

/** Opens the pool and makes sure that the server is there and is one that Attune can use. */
export async function connect(url: string): Promise<Connection> {
  const sql = open(url);
  let durable: boolean;
  try {
    durable = await check(sql);
  } catch (error) {
    await sql.end({ timeout: 1 });
    throw error instanceof StartupError ? error : new StartupError(trouble(url, error));
  }
  let pool = { sql, db: createDb(sql) };
  return {
    durable,
    // Whoever keeps it has the newest pool in hand.
    db: new Proxy(pool.db, { get: (_first, key) => Reflect.get(pool.db, key, pool.db) }),
    alive: () =>
      pool.sql`select 1`.then(
        () => true,
        () => false,
      ),
    renew: () => {
      const worn = pool.sql;
      const fresh = open(url);
      pool = { sql: fresh, db: createDb(fresh) };
      void worn.end({ timeout: 5 });
    },
    close: () => pool.sql.end({ timeout: 5 }),
  };
}

/**
 * The driver has a flaw: rolling back a transaction whose connection is gone
 * writes to nothing, which throws past every promise and leaves that place in
 * the pool dead for good. The transaction itself is refused properly. So the
 * process survives this error, and takes a new pool.
 */
export function isLateWrite(error: unknown): boolean {
  const [, first] = error instanceof TypeError ? (error.stack?.split("\n") ?? []) : [];
  return first !== undefined && /nextWrite .*[\\/]postgres[\\/](\w+[\\/])?src[\\/]connection\.js/.test(first);
}

/** Refuses what cannot work. Answers whether commits of the server survive a power cut. */
async function check(sql: Sql): Promise<boolean> {
  const [server] = await sql<{ version: number; encoding: string; fsync: string; commit: string }[]>`
    select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding,
      current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit`;
  if (!server || server.version < 140_000)
    throw new StartupError("DATABASE_URL names a PostgreSQL older than 14: Attune needs 14 or newer.");
  if (server.encoding !== "UTF8")
    throw new StartupError(
      `The database of DATABASE_URL stores text as ${server.encoding}: Attune needs one made with encoding UTF8.`,
    );
  return server.fsync === "on" && server.commit !== "off";
}

function open(url: string): Sql {
  try {
    return postgres(url, { ...connectionOptions, max: 10 });
  } catch {
    throw new StartupError(
      "DATABASE_URL cannot be read: it takes an address like postgres://user:password@host:5432/name.",
    );
  }
}

/** Names the server and the cause, never the password. */
function trouble(url: string, error: unknown): string {
  const code = codeOf(error);
  const where = URL.canParse(url) ? new URL(url).host || "the local socket" : "DATABASE_URL";
  const cause = troubles[code] ?? (code ? `the error was ${code}` : "it did not answer as PostgreSQL does");
  return `The database at ${where} cannot be used: ${cause}. Check DATABASE_URL and that PostgreSQL runs there.`;
}

const troubles: Record<string, string | undefined> = {
  ECONNREFUSED: "nothing listens there",
  ENOTFOUND: "there is no host of that name",
  EAI_AGAIN: "the host's name cannot be looked up",
  EHOSTUNREACH: "the host cannot be reached",
  ENETUNREACH: "the network cannot be reached",
  ETIMEDOUT: "it did not answer in time",
  CONNECT_TIMEOUT: "it did not answer in time",
  CONNECTION_CLOSED: "it closed the connection",
  ECONNRESET: "it closed the connection",
  "28P01": "it refused the user or the password",
  "28000": "it refused this user",
  "3D000": "it has no database of that name",
  "53300": "it has no free connections",
  "57P03": "it is still starting",
};
