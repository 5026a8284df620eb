import { createHash } from "node:crypto";
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
import { sessionById } from "@/db/stores/sessions";
import { AppError } from "@/protocol/errors";
import type { SessionId } from "@/protocol/ids";
import { limits } from "@/protocol/limits";
import type { Context, Handler } from "@/server/context";
import { fadesAt } from "@/server/domain/pulse";
import { listQuestions } from "@/server/queries/questions";

/** What this audience may read of the questions. */
export const viewQuestions: Handler<"questions:list"> = async (ctx) => ({
  questions: await listQuestions(ctx, ctx.actor.sessionId, ctx.actor.kind),
});

/** Takes a question; sent again, it is the same one. Its author's token is a vote for it. */
export const askQuestion: Handler<"question:ask"> = async (ctx, { id, token, text }) => {
  const { sessionId, language } = ctx.actor;
  const { settings } = await running(ctx, sessionId);
  const key = hashed(token);
  await ctx.db.transaction(async (tx) => {
    const known = await questionById(tx, sessionId, id);
    if (known) {
      if (known.key !== key) throw new AppError("not_allowed");
      return;
    }
    if (settings.questions === "off") throw new AppError("impossible", "no questions are taken");
    if ((await countQuestions(tx, sessionId)) >= limits.questions)
      throw new AppError("overloaded", "there are too many questions");
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
  if (await deleteQuestion(ctx.db, sessionId, id, hashed(token))) ctx.publish.questionsChanged(sessionId);
  else if (await questionById(ctx.db, sessionId, id)) throw new AppError("not_allowed");
  return {};
};

export const voteForQuestion: Handler<"question:vote"> = async (ctx, { id, token, wanted }) => {
  const { sessionId } = ctx.actor;
  await running(ctx, sessionId);
  const seen = await listQuestions(ctx, sessionId, "phone");
  if (!seen.some((question) => question.id === id)) throw new AppError("not_found");
  if (wanted) await insertVote(ctx.db, id, hashed(token));
  else await deleteVote(ctx.db, id, hashed(token));
  ctx.publish.questionsChanged(sessionId);
  return {};
};

/** What the facilitator makes of a question. Marking it answered with a text answers it in writing. */
export const markQuestion: Handler<"question:mark"> = async (ctx, { id, ...change }) => {
  const { sessionId } = ctx.actor;
  const named = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  if (Object.keys(named).length === 0) return {};
  if (!(await changeQuestion(ctx.db, sessionId, id, named))) throw new AppError("not_found");
  ctx.publish.questionsChanged(sessionId);
  return {};
};

/** How this phone follows at the moment. It fades by itself. */
export const sendPulse: Handler<"pulse:send"> = async (ctx, { token, signal }) => {
  const { sessionId } = ctx.actor;
  await running(ctx, sessionId);
  const key = hashed(token);
  if (signal === null) await deletePulse(ctx.db, sessionId, key);
  else await upsertPulse(ctx.db, { sessionId, key, signal, fadesAt: new Date(fadesAt(ctx.now())) });
  ctx.publish.pulseChanged(sessionId);
  return {};
};

/** Forgets the signals that have faded, and tells the consoles. */
export const fadePulses: Handler<"pulse:fade"> = async (ctx) => {
  for (const id of await deleteFadedPulses(ctx.db, new Date(ctx.now()))) ctx.publish.pulseChanged(id);
  return {};
};

async function running(ctx: Context, id: SessionId) {
  const session = await sessionById(ctx.db, id);
  if (!session) throw new AppError("not_found");
  if (session.state.status === "ended") throw new AppError("session_ended");
  return session.state;
}

function hashed(token: string): string {
  return createHash("sha256").update(Buffer.from(token, "hex")).digest("hex");
}
