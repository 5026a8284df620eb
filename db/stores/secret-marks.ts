import { sql } from "drizzle-orm";
import type { Database, Db } from "@/db/client";
import { facilitators } from "@/db/schema/facilitators";
import { secretMarks } from "@/db/schema/secret-marks";

/** The mark of the secret that this database was last used with. */
export async function findSecretMark(db: Db): Promise<string | undefined> {
  const [row] = await db.select().from(secretMarks).limit(1);
  return row?.mark;
}

/** Notes the mark unless there is one: of nodes that start together on an empty database, one decides. */
export function noteFirstSecretMark(db: Database, mark: string): Promise<void> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`lock table ${secretMarks} in share row exclusive mode`);
    if ((await findSecretMark(tx)) === undefined) await tx.insert(secretMarks).values({ mark });
  });
}

export async function replaceSecretMark(db: Db, mark: string): Promise<void> {
  await db.delete(secretMarks);
  await db.insert(secretMarks).values({ mark });
}

/** Whether somebody has an account, and so something to lose with the secret. */
export async function hasFacilitators(db: Db): Promise<boolean> {
  const rows = await db.select({ id: facilitators.id }).from(facilitators).limit(1);
  return rows.length > 0;
}
