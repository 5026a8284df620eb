import type { Transaction } from "@/db/client";
import {
  changeQuestion,
  countQuestions,
  deleteFadedPulses,
  deletePulse,
  deleteQuestion,
  deleteVote,
  insertQuestion,
  insertVote,
  questionById,
  upsertPulse,
} from "@/db/stores/questions";
import { holdState, type Present } from "@/db/stores/sessions";
import { AppError } from "@/protocol/errors";
import type { SessionId } from "@/protocol/ids";
import { limits } from "@/protocol/limits";
import type { Handler } from "@/server/context";
import { fadesAt } from "@/server/domain/pulse";
import { isForRoom } from "@/server/domain/questions";
import { listQuestions } from "@/server/queries/questions";
import { storedKey } from "@/server/stored-key";

/** What this audience may read of the questions. */
export const viewQuestions: Handler<"questions:list"> = async (ctx) => ({
  questions: await listQuestions(ctx, ctx.actor.sessionId, ctx.actor.kind),
});

/** Takes a question; sent again, it is the same one. Its author's token is a vote for it. */
export const askQuestion: Handler<"question:ask"> = async (ctx, { id, token, text }) => {
  const { sessionId, language } = ctx.actor;
  const key = storedKey(token);
  await ctx.db.transaction(async (tx) => {
    const { settings } = await running(tx, sessionId);
    const known = await questionById(tx, sessionId, id);
    if (known) {
      if (known.key !== key) throw new AppError("not_allowed");
      return;
    }
    if (settings.questions === "off") throw new AppError("impossible", "no questions are taken");
    if ((await countQuestions(tx, sessionId)) >= limits.questions)
      throw new AppError("impossible", "there are too many questions");
    const inserted = await insertQuestion(tx, { id, sessionId, key, text, language });
    if (!inserted) throw new AppError("not_allowed");
    await insertVote(tx, id, key);
  });
  ctx.publish.questionsChanged(sessionId);
  return {};
};

/** Takes a question back for its author. One that is gone is gone. */
export const withdrawQuestion: Handler<"question:withdraw"> = async (ctx, { id, token }) => {
  const { sessionId } = ctx.actor;
  const deleted = await ctx.db.transaction(async (tx) => {
    await holdState(tx, sessionId);
    if (await deleteQuestion(tx, sessionId, id, storedKey(token))) return true;
    if (await questionById(tx, sessionId, id)) throw new AppError("not_allowed");
    return false;
  });
  if (deleted) ctx.publish.questionsChanged(sessionId);
  return {};
};

export const voteForQuestion: Handler<"question:vote"> = async (ctx, { id, token, wanted }) => {
  const { sessionId } = ctx.actor;
  await ctx.db.transaction(async (tx) => {
    const { settings } = await running(tx, sessionId);
    const question = await questionById(tx, sessionId, id);
    if (!question || !isForRoom(question, settings, ctx.isRough)) throw new AppError("not_found");
    if (wanted) await insertVote(tx, id, storedKey(token));
    else await deleteVote(tx, id, storedKey(token));
  });
  ctx.publish.questionsChanged(sessionId);
  return {};
};

/** What the facilitator makes of a question. Marking it answered with a text answers it in writing. */
export const markQuestion: Handler<"question:mark"> = async (ctx, { id, ...change }) => {
  const { sessionId } = ctx.actor;
  const named = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  if (Object.keys(named).length === 0) return {};
  await ctx.db.transaction(async (tx) => {
    await holdState(tx, sessionId);
    if (!(await changeQuestion(tx, sessionId, id, named))) throw new AppError("not_found");
  });
  ctx.publish.questionsChanged(sessionId);
  return {};
};

/** How this phone follows at the moment. It fades by itself. */
export const sendPulse: Handler<"pulse:send"> = async (ctx, { token, signal }) => {
  const { sessionId } = ctx.actor;
  const key = storedKey(token);
  await ctx.db.transaction(async (tx) => {
    await running(tx, sessionId);
    if (signal === null) await deletePulse(tx, sessionId, key);
    else await upsertPulse(tx, { sessionId, key, signal, fadesAt: new Date(fadesAt(ctx.now())) });
  });
  ctx.publish.pulseChanged(sessionId);
  return {};
};

/** Forgets the signals that have faded, and tells the consoles. */
export const fadePulses: Handler<"pulse:fade"> = async (ctx) => {
  for (const id of await deleteFadedPulses(ctx.db, new Date(ctx.now()))) ctx.publish.pulseChanged(id);
  return {};
};

/** Held until the transaction ends: the end of a session writes its questions anew, and must meet none halfway. */
async function running(tx: Transaction, id: SessionId): Promise<Present> {
  const state = await holdState(tx, id);
  if (!state) throw new AppError("not_found");
  if (state.status === "ended") throw new AppError("session_ended");
  return state;
}
