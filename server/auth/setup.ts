import { createHash, randomBytes } from "node:crypto";
import type { Database, Db } from "@/db/client";
import {
  anyFacilitator,
  deleteSetupLinks,
  insertSetupLink,
  lockAccounts,
  setupLinkExists,
} from "@/db/stores/facilitators";

/**
 * The token of a fresh first-run link while there is no facilitator yet, else
 * undefined. Older links die with it: only the one printed last works.
 */
export function ensureSetupLink(db: Database, now: number): Promise<string | undefined> {
  return db.transaction(async (tx) => {
    await lockAccounts(tx);
    await deleteSetupLinks(tx);
    if (await anyFacilitator(tx)) return undefined;
    const token = randomBytes(32).toString("base64url");
    await insertSetupLink(tx, setupTokenHash(token), new Date(now));
    return token;
  });
}

/** Whether this link still makes the first account. */
export async function setupOpen(db: Db, token: string): Promise<boolean> {
  return (await setupLinkExists(db, setupTokenHash(token))) && !(await anyFacilitator(db));
}

/** Only this is stored: who reads the database cannot use the link. */
function setupTokenHash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
