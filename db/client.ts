import { drizzle } from "drizzle-orm/postgres-js";
import type { Sql, TransactionSql } from "postgres";

/** Wraps a postgres.js pool for Drizzle. */
export function createDb(sql: Sql) {
  return drizzle(preparing(sql));
}

export type Database = ReturnType<typeof createDb>;
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];
/** What stores take: the database, or a transaction on it. */
export type Db = Database | Transaction;

/** Statements whose number of parameters follows their data are too many to keep. */
const mostParameters = 12;

/**
 * Drizzle sends every statement as one that is new to the server: the driver first
 * asks for the types of its parameters, which is a round trip more, and PostgreSQL
 * plans it anew. Those that come again and again are prepared once per connection.
 */
function preparing<S extends Sql | TransactionSql>(sql: S): S {
  const unsafe: Sql["unsafe"] = (query, parameters = [], options = {}) =>
    sql.unsafe(query, parameters, {
      ...options,
      prepare: parameters.length > 0 && parameters.length <= mostParameters,
    });
  const within = (name: "begin" | "savepoint") => (work: (inner: TransactionSql) => unknown) =>
    (Reflect.get(sql, name) as (run: (inner: TransactionSql) => unknown) => unknown)((inner) =>
      work(preparing(inner)),
    );
  const own: Partial<Record<PropertyKey, unknown>> = {
    unsafe,
    begin: within("begin"),
    savepoint: within("savepoint"),
  };
  return new Proxy(sql, {
    get: (target, key) => (Object.hasOwn(own, key) ? own[key] : Reflect.get(target, key)),
  });
}
