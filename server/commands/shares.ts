import { sessionOf } from "@/db/stores/sessions";
import { insertShare, revokeShare as revoke, shareOf } from "@/db/stores/shares";
import { AppError } from "@/protocol/errors";
import { signShare } from "@/server/auth/links";
import type { Handler } from "@/server/context";

const day = 24 * 60 * 60 * 1000;

/** Opens a summary to whoever has the link; the same id again is the same link. */
export const createShare: Handler<"share:create"> = async (ctx, { id, sessionId, days }) => {
  const owner = ctx.actor.facilitatorId;
  const session = await sessionOf(ctx.db, owner, sessionId);
  if (!session) throw new AppError("not_found");
  if (session.state.status !== "ended") throw new AppError("impossible", "the session is not over");
  const now = ctx.now();
  await insertShare(ctx.db, {
    id,
    sessionId,
    createdAt: new Date(now),
    expiresAt: new Date(now + days * day),
  });
  // An id that was taken for another session is not this facilitator's to name.
  const share = await shareOf(ctx.db, owner, id);
  if (share?.sessionId !== sessionId) throw new AppError("not_found");
  return { id, path: signShare(ctx.secrets, id) };
};

export const revokeShare: Handler<"share:revoke"> = async (ctx, { id }) => {
  if (!(await shareOf(ctx.db, ctx.actor.facilitatorId, id))) throw new AppError("not_found");
  await revoke(ctx.db, id, new Date(ctx.now()));
  return {};
};
