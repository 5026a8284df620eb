import { clearDeadRows } from "@/db/stores/dead-rows";
import { deleteQuestions } from "@/db/stores/questions";
import { deleteTexts, sealResponses } from "@/db/stores/responses";
import {
  lockSession,
  noteSealed,
  noteTextDeleted,
  sessionsUnsealed,
  sessionsWithOldText,
} from "@/db/stores/sessions";
import type { SessionId } from "@/protocol/ids";
import { changeSession } from "@/server/commands/steps";
import type { Context, Handler } from "@/server/context";
import { holdsFreeText } from "@/server/domain/kinds";
import { roundsOf } from "@/server/domain/rounds";
import { withoutTexts } from "@/server/domain/session";

const hour = 60 * 60 * 1000;
const day = 24 * hour;
const sealAfterMs = hour;

/** Deletes what was written in a session, once its time has come (R50). Counts of closed prompts stay. */
export const deleteText: Handler<"text:delete"> = async (ctx, { sessionId }) => {
  const deck = await ctx.views.deck(sessionId);
  const deleted = await ctx.db.transaction(async (tx) => {
    const session = await lockSession(tx, sessionId);
    if (!session?.endedAt || session.textDeletedAt) return false;
    // What phones were told holds; a server that keeps less by now keeps less of older sessions too.
    const days = Math.min(session.textDays, ctx.config.textDays);
    if (ctx.now() < session.endedAt.getTime() + days * day) return false;
    const promptIds = deck.slides.filter(holdsFreeText).flatMap(({ id }) => roundsOf(id));
    await deleteTexts(tx, sessionId, promptIds);
    await deleteQuestions(tx, sessionId);
    await noteTextDeleted(tx, sessionId, withoutTexts(session.state), new Date(ctx.now()));
    return true;
  });
  // Else what was deleted would lie on disk until PostgreSQL gets round to it.
  if (deleted) await clearDeadRows(ctx.db);
  return {};
};

/**
 * An hour after its end a session does not come back, and no release will come:
 * what marks rows as late, or as changed after they were published, is forgotten (R67).
 */
export const sealSession: Handler<"session:seal"> = async (ctx, { sessionId }) => {
  const changed = await changeSession(ctx, sessionId, async (session, tx) => {
    const { endedAt, sealedAt, deck, state } = session;
    if (!endedAt || sealedAt || ctx.now() < endedAt.getTime() + sealAfterMs) return undefined;
    const texts = deck.slides.filter(holdsFreeText).flatMap(({ id }) => roundsOf(id));
    await sealResponses(tx, sessionId, texts);
    await noteSealed(tx, sessionId, new Date(ctx.now()));
    return { ...state, undo: [] };
  });
  if (changed) await clearDeadRows(ctx.db);
  return {};
};

/** The sessions that `session:seal` would seal now. */
export function sessionsToSeal(ctx: Pick<Context, "db" | "now">): Promise<SessionId[]> {
  return sessionsUnsealed(ctx.db, new Date(ctx.now() - sealAfterMs));
}

/** The sessions whose text `text:delete` would delete now. */
export function sessionsToForget(ctx: Pick<Context, "db" | "now" | "config">): Promise<SessionId[]> {
  return sessionsWithOldText(ctx.db, new Date(ctx.now()), ctx.config.textDays);
}
