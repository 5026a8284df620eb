import { asc, eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { classes } from "@/db/schema/classes";
import type { ClassId } from "@/protocol/ids";

export type ClassRow = typeof classes.$inferSelect;

export async function allClasses(db: Db): Promise<ClassRow[]> {
  return db
    .select()
    .from(classes)
    .orderBy(asc(sql`${classes.deck}->>'title'`));
}

export async function classById(db: Db, id: ClassId): Promise<ClassRow | undefined> {
  const [row] = await db.select().from(classes).where(eq(classes.id, id));
  return row;
}

/** Puts a built-in class into the library, or replaces it when its source has changed. */
export async function upsertBuiltInClass(
  db: Db,
  row: Pick<ClassRow, "id" | "slug" | "contentHash" | "deck">,
): Promise<void> {
  await db
    .insert(classes)
    .values({ ...row, builtIn: true })
    .onConflictDoUpdate({
      target: classes.slug,
      set: { contentHash: row.contentHash, deck: row.deck },
      setWhere: sql`${classes.contentHash} <> ${row.contentHash} and ${classes.builtIn}`,
    });
}
