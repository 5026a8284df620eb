import { sql } from "drizzle-orm";
import postgres from "postgres";
import { connect, isLateWrite } from "@/db/connect";
import { until } from "@/tests/support/until";

// A process of its own: what is looked at here throws past every promise, and would end the test's.
const url = process.argv[2] ?? "";
const connection = await connect(url);
const admin = postgres(url, { max: 1, onnotice: () => undefined });
let lateWrites = 0;
let otherErrors = 0;
process.on("uncaughtException", (error) => {
  if (!isLateWrite(error)) otherErrors++;
  else {
    lateWrites++;
    connection.renew();
  }
});

const begun: number[] = [];
const transactions = Array.from({ length: 10 }, () =>
  connection.db.transaction(async (tx) => {
    const [row] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
    begun.push(row?.pid ?? 0);
    if (begun.length === 10)
      await admin`select pg_terminate_backend(pid) from unnest(${begun}::int[]) as pid`;
    await tx.execute(sql`select pg_sleep(60)`);
  }),
);
const outcomes = await Promise.allSettled(transactions);
const refused = outcomes.filter(({ status }) => status === "rejected").length;
// The driver's late write comes after the refusals; what is asked in between still meets the worn pool.
await until(() => lateWrites > 0);
const answers = await Promise.all(Array.from({ length: 20 }, () => connection.alive()));
process.stdout.write(`${JSON.stringify({ refused, lateWrites: lateWrites > 0, otherErrors, answers })}\n`);
await admin.end();
await connection.close();
process.exit(0); // what is lost may linger
