import { fileURLToPath } from "node:url";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { migrate as apply } from "drizzle-orm/postgres-js/migrator";
import postgres, { type Sql } from "postgres";
import { createDb } from "@/db/client";
import { connectionOptions } from "@/db/connect";
import { StartupError } from "@/db/startup-error";

const migrationsFolder = fileURLToPath(new URL("./migrations", import.meta.url));

/** Brings the tables up to this version of Attune, one process at a time. */
export async function migrate(url: string): Promise<void> {
  const sql = postgres(url, { ...connectionOptions, max: 1 });
  try {
    await sql`select pg_advisory_lock(1635021941, 2)`;
    await refuseForeign(sql);
    await apply(createDb(sql), { migrationsFolder });
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** A migration that this version does not know means another Attune was here last. */
async function refuseForeign(sql: Sql) {
  const [journal] = await sql<{ there: boolean }[]>`
    select to_regclass('drizzle.__drizzle_migrations') is not null as there`;
  if (!journal?.there) return;
  const known = readMigrationFiles({ migrationsFolder }).map((migration) => migration.hash);
  const applied = await sql<{ hash: string }[]>`select hash from drizzle.__drizzle_migrations`;
  if (applied.every(({ hash }) => known.includes(hash))) return;
  throw new StartupError(
    "The data were last used by another version of Attune, whose tables this one does not know: start that version, or use other data (ATTUNE_DATA or DATABASE_URL).",
  );
}
