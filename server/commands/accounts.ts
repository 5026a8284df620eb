import { randomUUID } from "node:crypto";
import { deleteSetupLinks, insertFacilitator, lockAccounts } from "@/db/stores/facilitators";
import { insertTeam } from "@/db/stores/teams";
import type { CommandData, CommandOutput } from "@/protocol/commands";
import { AppError } from "@/protocol/errors";
import { facilitatorId, teamId } from "@/protocol/ids";
import { hashPassword } from "@/server/auth/passwords";
import { setupOpen } from "@/server/auth/setup";
import type { Context } from "@/server/context";

/** The first account, by the first-run link; the link is dead afterwards. */
export async function createAccount(
  ctx: Context,
  data: CommandData<"account:create">,
): Promise<CommandOutput<"account:create">> {
  // Asked first without the lock: a dead link must not cost a password's hashing.
  if (!(await setupOpen(ctx.db, data.setupToken))) throw new AppError("link_used");
  const passwordHash = await hashPassword(data.password);
  await ctx.db.transaction(async (tx) => {
    await lockAccounts(tx);
    if (!(await setupOpen(tx, data.setupToken))) throw new AppError("link_used");
    await deleteSetupLinks(tx);
    const team = {
      id: teamId.parse(randomUUID()),
      name: "Our team",
      support: [],
      createdAt: new Date(ctx.now()),
    };
    await insertTeam(tx, team);
    await insertFacilitator(tx, {
      teamId: team.id,
      id: facilitatorId.parse(randomUUID()),
      email: data.email,
      name: data.name,
      passwordHash,
      createdAt: new Date(ctx.now()),
    });
  });
  return {};
}
