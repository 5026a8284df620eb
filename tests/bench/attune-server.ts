import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { encode } from "next-auth/jwt";
import postgres from "postgres";
import type { Database } from "@/db/client";
import { connect } from "@/db/connect";
import { startEmbedded } from "@/db/embedded/server";
import { migrate } from "@/db/migrate";
import type { Actor } from "@/protocol/actors";
import type { CommandInput, CommandName, CommandOutput } from "@/protocol/commands";
import { facilitatorId, type SessionId, sessionId, signInId } from "@/protocol/ids";
import { signTicket } from "@/server/auth/links";
import { createApp } from "@/server/create-app";
import { parseConfig } from "@/server/env";
import { answerInput } from "@/tests/bench/answers";
import { clock } from "@/tests/bench/numbers";
import { answerBench } from "@/tests/bench/questions";
import { postmasterOf } from "@/tests/bench/usage";

/** Attune as it runs, but for its pages, with the built-in class. */
const data = mkdtempSync(join(tmpdir(), "attune-bench-"));
const embedded = await startEmbedded(data, (sentence) => process.stderr.write(`${sentence}\n`));
await migrate(embedded.url);
const { db, close } = await connect(embedded.url);
const aside = postgres(embedded.url, { max: 1, onnotice: () => undefined });
const secrets = { auth: "the auth secret of this bench", sign: Buffer.from("the sign secret of this bench") };
/** When a change was committed last. */
let committedAt = 0;
const app = await createApp({
  db: noting(db),
  config: parseConfig({ ATTUNE_MAX_PHONES: "10000" }),
  secrets,
  port: 0,
});
const server = createServer();
app.attach(server);

/** Notes when a transaction that may write has been committed; the answer to a read is nobody's news. */
function noting(database: Database): Database {
  const transaction: Database["transaction"] = async (work, options) => {
    const answer = await database.transaction(work, options);
    if (options?.accessMode !== "read only") committedAt = clock();
    return answer;
  };
  return new Proxy(database, {
    get: (target, key) => (key === "transaction" ? transaction : Reflect.get(target, key)),
  });
}

const origin = { address: "127.0.0.1" };
const account = { email: "bench@example.org", password: "only for this bench" };
async function run<N extends CommandName>(actor: Actor, name: N, input: CommandInput<N>) {
  const ack = await app.execute(actor, name, input, origin);
  if (!ack.ok) throw new Error(`${name}: ${ack.error.code}`);
  return ack.data as CommandOutput<N>;
}

const setupToken =
  new URL((await app.firstRunLink()) ?? "", "http://localhost").searchParams.get("token") ?? "";
await run({ kind: "stranger" }, "account:create", { setupToken, name: "Bench", ...account });
const signedIn = await run({ kind: "stranger" }, "sign-in:create", account);
const actor: Actor = {
  kind: "facilitator",
  facilitatorId: facilitatorId.parse(signedIn.facilitatorId),
  signInId: signInId.parse(signedIn.signInId),
};
const classes = await app.queries.classes(actor, "en");
const built = classes.sort((a, b) => b.slides - a.slides)[0];
if (!built) throw new Error("there is no class");
const longest = built.id;

/** A fresh session, and what a console and its phones need to come in. */
async function freshSession() {
  const id = sessionId.parse(randomUUID());
  await run(actor, "session:start", { id, classId: longest });
  const { facilitatorId, signInId } = signedIn;
  const cookie = await encode({ token: { facilitatorId, signInId }, secret: secrets.auth });
  return { id, ticket: signTicket(secrets, id, Date.now()), cookie: `next-auth.session-token=${cookie}` };
}

type Filling = { id: SessionId; promptId: string; options: string[]; count: number };

/** Many answers at once, by the door that a phone's take too; only the sockets are spared. */
async function fill({ id, promptId, options, count }: Filling) {
  const phone: Actor = { kind: "phone", sessionId: id, attendance: "0".repeat(64), language: "en" };
  const together = 2000;
  for (let from = 0; from < count; from += together)
    await Promise.all(
      Array.from({ length: Math.min(together, count - from) }, (_, n) =>
        run(phone, "response:submit", answerInput(promptId, options, n)),
      ),
    );
  return null;
}

await answerBench(
  server,
  {
    session: freshSession,
    committed: () => committedAt,
    fill,
    wal: async () => {
      const [row] = await aside<{ bytes: number }[]>`
        select (pg_current_wal_insert_lsn() - '0/0')::float8 as bytes`;
      return row?.bytes ?? 0;
    },
  },
  async () => {
    await app.close();
    await Promise.all([close(), aside.end()]);
    await embedded.stop();
    rmSync(data, { recursive: true, force: true });
  },
  () => postmasterOf(data),
);
