import { and, eq, gt, inArray, lte, sql } from "drizzle-orm";
import type { Db, Transaction } from "@/db/client";
import { facilitators, setupLinks, signIns } from "@/db/schema/facilitators";
import type { FacilitatorId, SignInId } from "@/protocol/ids";

export type Facilitator = typeof facilitators.$inferSelect;
export type SignIn = typeof signIns.$inferSelect;

/** Held until the transaction ends, on every node: the first account is made once. */
export async function lockAccounts(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('attune:accounts'))`);
}

export async function anyFacilitator(db: Db): Promise<boolean> {
  const rows = await db.select({ id: facilitators.id }).from(facilitators).limit(1);
  return rows.length > 0;
}

export async function insertFacilitator(db: Db, facilitator: Facilitator): Promise<void> {
  await db.insert(facilitators).values(facilitator);
}

/** E-mail addresses are stored as the protocol parses them: in small letters. */
export async function facilitatorByEmail(db: Db, email: string): Promise<Facilitator | undefined> {
  const [row] = await db.select().from(facilitators).where(eq(facilitators.email, email));
  return row;
}

export async function facilitatorName(db: Db, id: FacilitatorId): Promise<string | undefined> {
  const [row] = await db
    .select({ name: facilitators.name })
    .from(facilitators)
    .where(eq(facilitators.id, id));
  return row?.name;
}

export async function insertSignIn(db: Db, signIn: SignIn): Promise<void> {
  await db.insert(signIns).values(signIn);
}

/** The sign-in of this facilitator when it exists and has not expired. */
export async function liveSignIn(
  db: Db,
  id: SignInId,
  facilitatorId: FacilitatorId,
  now: Date,
): Promise<SignIn | undefined> {
  const [row] = await db
    .select()
    .from(signIns)
    .where(and(eq(signIns.id, id), eq(signIns.facilitatorId, facilitatorId), gt(signIns.expiresAt, now)));
  return row;
}

/** Those of these sign-ins that exist and have not expired. */
export async function liveSignIns(db: Db, ids: SignInId[], now: Date): Promise<SignInId[]> {
  const rows = await db
    .select({ id: signIns.id })
    .from(signIns)
    .where(and(inArray(signIns.id, ids), gt(signIns.expiresAt, now)));
  return rows.map((row) => row.id);
}

/** Answers the ids that ended: none when it had ended before, or is another's. */
export async function deleteSignIn(db: Db, id: SignInId, facilitatorId: FacilitatorId): Promise<SignInId[]> {
  const rows = await db
    .delete(signIns)
    .where(and(eq(signIns.id, id), eq(signIns.facilitatorId, facilitatorId)))
    .returning({ id: signIns.id });
  return rows.map((row) => row.id);
}

export async function deleteSignInsOf(db: Db, facilitatorId: FacilitatorId): Promise<SignInId[]> {
  const rows = await db
    .delete(signIns)
    .where(eq(signIns.facilitatorId, facilitatorId))
    .returning({ id: signIns.id });
  return rows.map((row) => row.id);
}

export async function deleteExpiredSignIns(db: Db, now: Date): Promise<void> {
  await db.delete(signIns).where(lte(signIns.expiresAt, now));
}

export async function insertSetupLink(db: Db, tokenHash: string, createdAt: Date): Promise<void> {
  await db.insert(setupLinks).values({ tokenHash, createdAt });
}

export async function setupLinkExists(db: Db, tokenHash: string): Promise<boolean> {
  const rows = await db
    .select({ tokenHash: setupLinks.tokenHash })
    .from(setupLinks)
    .where(eq(setupLinks.tokenHash, tokenHash));
  return rows.length > 0;
}

export async function deleteSetupLinks(db: Db): Promise<void> {
  await db.delete(setupLinks);
}
