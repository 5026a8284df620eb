import { eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { pictures } from "@/db/schema/classes";

export type Picture = typeof pictures.$inferSelect;

/** Names are made of the content, so one that is there already is the same. */
export async function insertPicture(db: Db, picture: Picture): Promise<void> {
  await db.insert(pictures).values(picture).onConflictDoNothing();
}

export async function pictureByName(db: Db, name: string): Promise<Picture | undefined> {
  const [row] = await db.select().from(pictures).where(eq(pictures.name, name));
  return row;
}
