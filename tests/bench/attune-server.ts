import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { encode } from "next-auth/jwt";
import { connect } from "@/db/connect";
import { startEmbedded } from "@/db/embedded/server";
import { migrate } from "@/db/migrate";
import type { Actor } from "@/protocol/actors";
import type { CommandInput, CommandName, CommandOutput } from "@/protocol/commands";
import { facilitatorId, sessionId, signInId } from "@/protocol/ids";
import { signTicket } from "@/server/auth/links";
import { createApp } from "@/server/create-app";
import { parseConfig } from "@/server/env";

/** Attune as it runs, but for its pages, with one session of the built-in class. */
const data = mkdtempSync(join(tmpdir(), "attune-bench-"));
const postgres = await startEmbedded(data, (sentence) => process.stderr.write(`${sentence}\n`));
await migrate(postgres.url);
const { db, close } = await connect(postgres.url);
const secrets = { auth: "the auth secret of this bench", sign: Buffer.from("the sign secret of this bench") };
const app = await createApp({ db, config: parseConfig({ ATTUNE_MAX_PHONES: "10000" }), secrets, port: 0 });
const server = createServer();
app.attach(server);

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
const [built] = await app.queries.classes(actor, "en");
if (!built) throw new Error("there is no class");

/** A fresh session, and what a console and its phones need to come in. */
async function freshSession() {
  const id = sessionId.parse(randomUUID());
  await run(actor, "session:start", { id, classId: (built as NonNullable<typeof built>).id });
  const { facilitatorId, signInId } = signedIn;
  const cookie = await encode({ token: { facilitatorId, signInId }, secret: secrets.auth });
  return { id, ticket: signTicket(secrets, id, Date.now()), cookie: `next-auth.session-token=${cookie}` };
}

process.on("message", async (question) => {
  if (question === "memory") process.send?.({ memory: process.memoryUsage().rss });
  if (question === "session") process.send?.({ session: await freshSession() });
  if (question !== "stop") return;
  await app.close();
  await close();
  await postgres.stop();
  rmSync(data, { recursive: true, force: true });
  process.exit(0);
});
server.listen(0, "127.0.0.1", () => {
  const { port } = server.address() as AddressInfo;
  process.send?.({ ready: { origin: `http://127.0.0.1:${port}` } });
});
