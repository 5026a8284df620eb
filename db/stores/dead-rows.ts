import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";

/**
 * Clears away what was deleted or replaced in the tables that hold what people
 * wrote. It locks nobody out, and leaves a table alone that is being cleared already.
 */
export async function clearDeadRows(db: Database): Promise<void> {
  await db.execute(sql`vacuum (skip_locked) responses, questions, question_votes, sessions`);
}
