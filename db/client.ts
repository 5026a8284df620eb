import { drizzle } from "drizzle-orm/postgres-js";
import type { Sql } from "postgres";

/** Wraps a postgres.js pool for Drizzle. */
export function createDb(sql: Sql) {
  return drizzle(sql);
}

export type Database = ReturnType<typeof createDb>;
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];
/** What stores take: the database, or a transaction on it. */
export type Db = Database | Transaction;
