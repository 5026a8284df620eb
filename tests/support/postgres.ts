import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "@/db/embedded/server";
import { migrate } from "@/db/migrate";

declare module "vitest" {
  interface ProvidedContext {
    /** The server of this run, and the migrated database that every test file copies. */
    postgres: { url: string; template: string };
  }
}

/** One PostgreSQL for the whole run: our own, or the one that TEST_DATABASE_URL names. */
export default async function setup(project: TestProject) {
  const server = await openServer();
  const template = `attune_test_${randomBytes(6).toString("hex")}`;
  const sql = postgres(server.url, { max: 1, onnotice: () => undefined });
  await sql`create database ${sql(template)}`;
  await migrate(databaseUrl(server.url, template));
  project.provide("postgres", { url: server.url, template });

  return async () => {
    // Copies are named after their template, so that none stays behind on somebody's server.
    const left = await sql<{ name: string }[]>`
      select datname as name from pg_database where starts_with(datname, ${template})`;
    for (const { name } of left) await sql`drop database if exists ${sql(name)} with (force)`;
    await sql.end();
    await server.stop();
  };
}

/** The same server, another database. */
export function databaseUrl(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.toString();
}

async function openServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { url: given, stop: async () => undefined };
  const data = await mkdtemp(join(tmpdir(), "attune-test-"));
  const server = await startEmbedded(data, (sentence) => process.stderr.write(`${sentence}\n`));
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      await rm(data, { recursive: true, force: true });
    },
  };
}
