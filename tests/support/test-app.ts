import { encode } from "next-auth/jwt";
import type { CommandOutput } from "@/protocol/commands";
import { createApp } from "@/server/create-app";
import { parseConfig } from "@/server/env";
import { type TestDatabase, testDatabase } from "@/tests/support/database";

export type TestApp = Awaited<ReturnType<typeof testApp>>;

type Given = {
  env?: Record<string, string>;
  /** Emptied of people first, and left open; without it the application has one of its own. */
  database?: TestDatabase;
};

/** The whole application on a real database, with a clock that tests move. */
export async function testApp({ env = {}, database: given }: Given = {}) {
  const database = given ?? (await testDatabase());
  if (given) await given.sql`truncate facilitators, setup_links cascade`;
  const secrets = { auth: "the auth secret of this test", sign: Buffer.from("the sign secret of this test") };
  const clock = { time: Date.now() };
  const parts = { db: database.db, config: parseConfig(env), secrets, port: 0, now: () => clock.time };
  const app = await createApp(parts);
  return {
    ...app,
    parts,
    clock,
    sql: database.sql,
    close: async () => {
      await app.close();
      if (!given) await database.close();
    },
  };
}

/** The cookie as next-auth writes it after this sign-in. */
export async function cookieOf(
  app: TestApp,
  { facilitatorId, signInId }: Pick<CommandOutput<"sign-in:create">, "facilitatorId" | "signInId">,
): Promise<string> {
  const token = await encode({ token: { facilitatorId, signInId }, secret: app.authSecret });
  return `next-auth.session-token=${token}`;
}
