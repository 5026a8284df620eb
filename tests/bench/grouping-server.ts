import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { Server } from "socket.io";
import { startEmbedded } from "@/db/embedded/server";
import { migrate } from "@/db/migrate";
import { answerBench } from "@/tests/bench/questions";
import { postmasterOf } from "@/tests/bench/usage";

/**
 * Socket.IO alone that writes what it is answered to PostgreSQL: into a table of the same
 * columns and keys, by one insert of many rows per group, collected as Attune collects.
 * No session, no rule, no schema; the acknowledgement comes after the commit.
 */
const collectMs = 4; // as `server/response-writer.ts` does
const rowsPerGroup = 1000;

const data = mkdtempSync(join(tmpdir(), "attune-bench-bare-"));
const embedded = await startEmbedded(data, (sentence) => process.stderr.write(`${sentence}\n`));
await migrate(embedded.url);
const sql = postgres(embedded.url, { max: 10, onnotice: () => undefined });
await sql`create table answers (like responses including defaults, primary key (session_id, prompt_id, key))`;

type Answer = { promptId: string; token: string; value: unknown };
type Waiting = { answer: Answer; acknowledge: (ack: unknown) => void };
const session = randomUUID();
let queue: Waiting[] = [];
let writing = false;

function take(waiting: Waiting): void {
  queue.push(waiting);
  if (writing) return;
  writing = true;
  setTimeout(() => void writeAll(), collectMs);
}

async function writeAll(): Promise<void> {
  while (queue.length > 0) {
    const group = queue.slice(0, rowsPerGroup);
    queue = queue.slice(rowsPerGroup);
    const rows = group.map(({ answer: { promptId, token, value } }) => ({
      id: randomUUID(),
      prompt_id: promptId,
      key: token,
      value,
    }));
    // The whole group as one value, which is the fastest way in: parameters cost more than the rows.
    await sql`insert into answers (id, session_id, prompt_id, key, value)
      select id, ${session}, prompt_id, key, value
      from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
        as row(id uuid, prompt_id text, key text, value jsonb)`;
    for (const { acknowledge } of group) acknowledge({ ok: true, data: {} });
  }
  writing = false;
}

const server = createServer();
const io = new Server(server, { transports: ["websocket"], serveClient: false });
io.on("connection", (socket) => {
  socket.on("response:submit", (answer: Answer, acknowledge: Waiting["acknowledge"]) =>
    take({ answer, acknowledge }),
  );
});

await answerBench(
  server,
  {},
  async () => {
    await io.close();
    await sql.end();
    await embedded.stop();
    rmSync(data, { recursive: true, force: true });
  },
  () => postmasterOf(data),
);
