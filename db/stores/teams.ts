import { eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { facilitators, teams } from "@/db/schema/facilitators";
import type { FacilitatorId } from "@/protocol/ids";
import type { Contact } from "@/protocol/support";

export type Team = typeof teams.$inferSelect;

export async function insertTeam(db: Db, team: Team): Promise<void> {
  await db.insert(teams).values(team);
}

/** The team of a facilitator. */
export async function teamOf(db: Db, id: FacilitatorId): Promise<Team | undefined> {
  const [row] = await db
    .select({ team: teams })
    .from(teams)
    .innerJoin(facilitators, eq(facilitators.teamId, teams.id))
    .where(eq(facilitators.id, id));
  return row?.team;
}

export async function saveSupport(db: Db, team: Team, support: Contact[]): Promise<void> {
  await db.update(teams).set({ support }).where(eq(teams.id, team.id));
}
