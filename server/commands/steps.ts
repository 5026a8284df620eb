import type { Transaction } from "@/db/client";
import { countAttendances, mixAttendances } from "@/db/stores/attendances";
import { cardExists, countUnpublished, mixResponses, releaseResponses } from "@/db/stores/responses";
import { codeIsFree, lockSession, type Session, saveState, sessionOf } from "@/db/stores/sessions";
import { AppError } from "@/protocol/errors";
import type { ResponseId, SessionId, SlideId } from "@/protocol/ids";
import type { CardMark } from "@/protocol/kinds/open";
import type { SessionState } from "@/protocol/sessions";
import type { ConsoleView } from "@/protocol/views";
import { makeCode } from "@/server/codes";
import type { Context, Handler } from "@/server/context";
import { mayRelease, promptsClosed, promptsToRelease, withMinimum } from "@/server/domain/guard";
import { type Step, takeStep } from "@/server/domain/session";

type Decide = (
  session: Session,
  tx: Transaction,
) => SessionState | undefined | Promise<SessionState | undefined>;

/**
 * The one way in which a session changes: lock, decide, release what the guard
 * lets go, save with the next revision, commit, publish. `decide` answers
 * undefined when there is nothing to do.
 */
export async function changeSession(ctx: Context, id: SessionId, decide: Decide): Promise<void> {
  const changed = await ctx.db.transaction(async (tx) => {
    const session = await lockSession(tx, id);
    if (!session) throw new AppError("not_found");
    const state = await decide(session, tx);
    if (!state) return false;
    const next = withMinimum(state, await phonesOf(ctx, tx, session));
    for (const slideId of promptsToRelease(session.state, next)) await release(tx, id, slideId, next);
    for (const slideId of promptsClosed(session.state, next)) await mixResponses(tx, id, slideId);
    if (next.status === "ended" && session.state.status !== "ended") await mixAttendances(tx, id);
    await saveState(tx, {
      id,
      rev: session.rev + 1,
      state: next,
      code: await codeAfter(tx, session, next),
      // Only a person keeps a session alive.
      touchedAt: ctx.actor.kind === "system" ? session.touchedAt : new Date(ctx.now()),
      endedAt: next.endedAt === null ? null : new Date(next.endedAt),
      // A session that comes back may be written in again.
      textDeletedAt: next.endedAt === null ? null : session.textDeletedAt,
    });
    return true;
  });
  if (changed) await ctx.publish.sessionChanged(id);
}

/** A console's command: one step, made against the revision that the facilitator saw (R21). */
export function consoleStep<D extends { rev: number }>(
  toStep: (data: D, now: number) => Step,
): (ctx: Context<ConsoleActor>, data: D) => Promise<ConsoleView> {
  return (ctx, data) =>
    consoleChange(ctx, data.rev, (session) =>
      takeStep(session.state, session.deck, toStep(data, ctx.now()), ctx.now()),
    );
}

/** Marks a card that a release has published. */
export const markCard: Handler<"card:mark"> = (ctx, data) =>
  consoleChange(ctx, data.rev, (session, tx) => mark(ctx, session, tx, data));

/** The same from the summary, after the class. */
export const markCardAfterwards: Handler<"summary:mark"> = async (ctx, { sessionId, slideId, ...card }) => {
  if (!(await sessionOf(ctx.db, ctx.actor.facilitatorId, sessionId))) throw new AppError("not_found");
  await changeSession(ctx, sessionId, (session, tx) => mark(ctx, session, tx, { slideId, ...card }));
  return {};
};

type Card = { slideId: SlideId; cardId: ResponseId; mark: CardMark };

async function mark(ctx: Context, session: Session, tx: Transaction, { slideId, cardId, mark }: Card) {
  if (!(await cardExists(tx, session.id, slideId, cardId))) throw new AppError("not_found");
  return takeStep(session.state, session.deck, { do: "mark", cardId, mark }, ctx.now());
}

/** Runs a change for a console and answers with the view that it led to. */
export async function consoleChange(
  ctx: Context<ConsoleActor>,
  rev: number,
  decide: Decide,
): Promise<ConsoleView> {
  const id = ctx.actor.sessionId;
  await changeSession(ctx, id, (session, tx) => {
    if (session.rev !== rev) throw new AppError("stale");
    return decide(session, tx);
  });
  return ctx.views.console(id);
}

type ConsoleActor = Parameters<Handler<"slide:next">>[0]["actor"];

/**
 * How many phones the guard reckons with: those that were ever here count too,
 * since after a restart, or with phones asleep, fewer are connected than in the room.
 */
async function phonesOf(ctx: Context, tx: Transaction, { id, state }: Session): Promise<number> {
  if (state.minimum !== null) return 0;
  return Math.max(ctx.presence.phones(id), await countAttendances(tx, id));
}

async function release(tx: Transaction, id: SessionId, slideId: string, state: SessionState): Promise<void> {
  const waiting = await countUnpublished(tx, id, slideId);
  if (mayRelease(waiting, state.minimum)) await releaseResponses(tx, id, slideId);
}

/** A session that comes back from its end keeps its code unless another has taken it. */
async function codeAfter(tx: Transaction, session: Session, next: SessionState) {
  const comesBack = session.state.status === "ended" && next.status !== "ended";
  return comesBack && !(await codeIsFree(tx, session.code)) ? makeCode() : session.code;
}
