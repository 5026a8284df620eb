import { randomBytes } from "node:crypto";
import postgres, { type Sql } from "postgres";
import { inject } from "vitest";
import { connect } from "@/db/connect";
import { databaseUrl } from "@/tests/support/postgres";

export type TestDatabase = Awaited<ReturnType<typeof testDatabase>>;

/** A migrated database of its own on the server of this run: a copy of its template. */
export async function testDatabase() {
  const { url: server, template } = inject("postgres");
  const name = `${template}_${randomBytes(6).toString("hex")}`;
  await admin(server, (sql) => sql`create database ${sql(name)} template ${sql(template)}`);
  const url = databaseUrl(server, name);
  const { db, close } = await connect(url);
  // What tests look up for themselves goes past the application's own connections.
  const sql = postgres(url, { max: 2, onnotice: () => undefined });
  return {
    url,
    db,
    sql,
    close: async () => {
      await Promise.all([close(), sql.end()]);
      await admin(server, (sql) => sql`drop database ${sql(name)} with (force)`);
    },
  };
}

async function admin(server: string, act: (sql: Sql) => PromiseLike<unknown>): Promise<void> {
  const sql = postgres(server, { max: 1, onnotice: () => undefined });
  try {
    await act(sql);
  } finally {
    await sql.end();
  }
}
