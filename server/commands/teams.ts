import { saveSupport, teamOf } from "@/db/stores/teams";
import { AppError } from "@/protocol/errors";
import type { Handler } from "@/server/context";

/** The support contacts that the team's new sessions begin with; running ones keep theirs. */
export const setTeamSupport: Handler<"team:support"> = async (ctx, { contacts }) => {
  const team = await teamOf(ctx.db, ctx.actor.facilitatorId);
  if (!team) throw new AppError("not_found");
  await saveSupport(ctx.db, team, contacts);
  return {};
};
