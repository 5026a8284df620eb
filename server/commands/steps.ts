import { randomBytes, randomUUID } from "node:crypto";
import type { Transaction } from "@/db/client";
import { countAttendances, mixAttendances } from "@/db/stores/attendances";
import { mixQuestions } from "@/db/stores/questions";
import { mixResponses, replaceHands } from "@/db/stores/responses";
import { codeIsFree, lockSession, type Session, saveState } from "@/db/stores/sessions";
import { talliesOf } from "@/db/stores/tallies";
import type { Actor } from "@/protocol/actors";
import { AppError } from "@/protocol/errors";
import { type PromptId, responseId, type SessionId } from "@/protocol/ids";
import type { SessionState } from "@/protocol/sessions";
import type { ConsoleView } from "@/protocol/views";
import { makeCode } from "@/server/codes";
import { tryRelease, unpublishHands } from "@/server/commands/releases";
import type { Context, Handler } from "@/server/context";
import { handsChanged, promptsClosed, promptsToRelease, withMinimum } from "@/server/domain/guard";
import { responsesOfHands } from "@/server/domain/kinds";
import { own } from "@/server/domain/own";
import { asItStands } from "@/server/domain/prompt-moves";
import { roundOf } from "@/server/domain/rounds";
import { type Step, takeStep } from "@/server/domain/session";
import { readFacts, type StoredFacts } from "@/server/session-facts";

type Decide = (
  session: Session,
  tx: Transaction,
) => SessionState | undefined | Promise<SessionState | undefined>;

/**
 * The one way in which a session changes: lock, decide, release what the guard
 * lets go, save with the next revision, commit, publish. `decide` answers
 * undefined when there is nothing to do; so does this.
 */
export async function changeSession(
  ctx: Context,
  id: SessionId,
  decide: Decide,
): Promise<StoredFacts | undefined> {
  // It never changes and is large, so it is not read under the lock.
  const deck = await ctx.views.deck(id);
  const facts = await ctx.db.transaction(async (tx) => {
    const locked = await lockSession(tx, id);
    if (!locked) throw new AppError("not_found");
    const session = { ...locked, deck };
    const state = await decide(session, tx);
    if (!state) return undefined;
    const next = withMinimum(state, await phonesOf(ctx, tx, session));
    await storeChange(tx, session, next);
    const changed = {
      rev: session.rev + 1,
      state: next,
      code: await codeAfter(tx, session, next),
      // Only a person keeps a session alive.
      touchedAt: isFacilitator(ctx.actor) ? new Date(ctx.now()) : session.touchedAt,
      endedAt: next.endedAt === null ? null : new Date(next.endedAt),
      // A session that comes back may be written in again.
      textDeletedAt: next.endedAt === null ? null : session.textDeletedAt,
    };
    await saveState(tx, { id, ...changed });
    // Read before the commit: what is told of this revision is exactly what it holds.
    return readFacts(tx, { ...session, ...changed });
  });
  if (facts) await ctx.publish.sessionChanged(id, facts);
  return facts;
}

/** What the change means for the responses: counted hands, releases, the order on disk. */
async function storeChange(tx: Transaction, session: Session, next: SessionState): Promise<void> {
  const { id, state } = session;
  for (const promptId of handsChanged(state, next)) await storeHands(tx, session, next, promptId);
  const closed = new Set(promptsClosed(state, next));
  for (const promptId of promptsToRelease(state, next)) {
    const released = await tryRelease(tx, { ...session, state: next }, promptId, {
      closing: closed.has(promptId),
    });
    if (released) closed.delete(promptId);
  }
  for (const promptId of closed) await mixResponses(tx, id, promptId);
  if (next.status !== "ended" || state.status === "ended") return;
  for (const [promptId, { late }] of await talliesOf(tx, id)) if (late) await mixResponses(tx, id, promptId);
  await mixAttendances(tx, id);
  await mixQuestions(tx, id);
}

const isFacilitator = ({ kind }: Actor): boolean => kind === "console" || kind === "facilitator";

/** A console's command: one step, made against the revision that the facilitator saw (R21). */
export function consoleStep<D extends { rev: number }>(
  toStep: (data: D) => Step,
): (ctx: Context<ConsoleActor>, data: D) => Promise<ConsoleView> {
  return (ctx, data) =>
    consoleChange(ctx, data.rev, (session) => takeStep(session.state, session.deck, toStep(data), ctx.now()));
}

/** Runs a change for a console and answers with the view that it led to. */
export async function consoleChange(
  ctx: Context<ConsoleActor>,
  rev: number,
  decide: Decide,
): Promise<ConsoleView> {
  const id = ctx.actor.sessionId;
  const facts = await changeSession(ctx, id, (session, tx) => {
    if (session.rev !== rev) throw new AppError("stale");
    return decide(session, tx);
  });
  return facts ? ctx.views.consoleOf(facts) : ctx.views.console(id);
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

/** Counted hands become responses like any other, so that every tally, summary and export holds them (R47). */
async function storeHands(tx: Transaction, session: Session, state: SessionState, promptId: PromptId) {
  const slide = session.deck.slides.find(({ id }) => id === roundOf(promptId).slideId);
  const hands = own(state.hands, promptId);
  const values = slide && hands ? (responsesOfHands(asItStands(slide, state), hands) ?? []) : [];
  const gone = await replaceHands(tx, session.id, promptId, values, () => ({
    id: responseId.parse(randomUUID()),
    key: randomBytes(32).toString("hex"),
  }));
  await unpublishHands(tx, session, promptId, gone);
}

/** A session that comes back from its end keeps its code unless another has taken it. */
async function codeAfter(tx: Transaction, session: Session, next: SessionState) {
  const comesBack = session.state.status === "ended" && next.status !== "ended";
  return comesBack && !(await codeIsFree(tx, session.code)) ? makeCode() : session.code;
}
