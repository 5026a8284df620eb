import type { Transaction } from "@/db/client";
import { attendanceExists, countsOf, deleteAttendance, notesOn, rowsUnder } from "@/db/stores/own";
import { deletePulse, deleteQuestion, deleteVote, questionById } from "@/db/stores/questions";
import { withdrawResponse } from "@/db/stores/responses";
import { holdState } from "@/db/stores/sessions";
import { AppError } from "@/protocol/errors";
import { type PromptId, responseId, type SessionId } from "@/protocol/ids";
import type { OwnThing } from "@/protocol/own";
import { wordKeys } from "@/server/commands/desk";
import { changeSession } from "@/server/commands/steps";
import type { Context, Handler } from "@/server/context";
import { withoutCard } from "@/server/domain/desk";
import { holdsFreeText } from "@/server/domain/kinds";
import { roundOf } from "@/server/domain/rounds";
import { storedKey } from "@/server/stored-key";

/** What the database holds under the key of this token, every column of it. */
export const readOwn: Handler<"own:read"> = (ctx, { sessionId, token, of }) =>
  inTurn(ctx, sessionId, async () => {
    const rows = await rowsOf(ctx, sessionId, storedKey(token), of);
    const id = rows.flatMap(({ columns }) => columns).find(({ name }) => name === "id")?.value;
    const notes = of.kind === "response" && id ? await notesOn(ctx.db, sessionId, responseId.parse(id)) : [];
    return { rows: [...rows, ...notes] };
  });

/** Takes it back, also after the end (R65). A repeat finds nothing, and that is fine. */
export const deleteOwn: Handler<"own:delete"> = (ctx, { sessionId, token, of }) =>
  inTurn(ctx, sessionId, async () => {
    const key = storedKey(token);
    // Looked up first: who guesses tokens must not hold up the class by its locks.
    const rows = await rowsOf(ctx, sessionId, key, of);
    if (rows.length > 0) await takers[of.kind](ctx, sessionId, key, of as never);
    return {};
  });

/** How much there is of everybody, for a phone that was there. */
export const countOwn: Handler<"own:count"> = (ctx, { sessionId, token }) =>
  inTurn(ctx, sessionId, async () => {
    if (!(await attendanceExists(ctx.db, sessionId, storedKey(token)))) throw new AppError("not_found");
    return { tables: await countsOf(ctx.db, await ctx.participantTables(), sessionId) };
  });

const rowsOf = async ({ db, participantTables }: Context, sessionId: SessionId, key: string, of: OwnThing) =>
  rowsUnder(db, await participantTables(), sessionId, key, of.kind === "response" ? of.promptId : null);

type Taker<K extends OwnThing["kind"]> = (
  ctx: Context,
  sessionId: SessionId,
  key: string,
  of: Extract<OwnThing, { kind: K }>,
) => Promise<void>;

const takers: { [K in OwnThing["kind"]]: Taker<K> } = {
  response: (ctx, sessionId, key, { promptId }) => takeResponse(ctx, sessionId, promptId, key),
  // The votes for a question go with it.
  question: async (ctx, sessionId, key, { id }) => {
    await held(ctx, sessionId, (tx) => deleteQuestion(tx, sessionId, id, key));
    ctx.publish.questionsChanged(sessionId);
  },
  vote: async (ctx, sessionId, key, { id }) => {
    await held(ctx, sessionId, async (tx) => {
      if (await questionById(tx, sessionId, id)) await deleteVote(tx, id, key);
    });
    ctx.publish.questionsChanged(sessionId);
  },
  attendance: (ctx, sessionId, key) => held(ctx, sessionId, (tx) => deleteAttendance(tx, sessionId, key)),
  pulse: async (ctx, sessionId, key) => {
    await held(ctx, sessionId, (tx) => deletePulse(tx, sessionId, key));
    ctx.publish.pulseChanged(sessionId);
  },
};

/**
 * The row goes, and a text that was published goes from every page with it: that is a change of
 * the session. Published sums stand until the next release.
 */
async function takeResponse(ctx: Context, sessionId: SessionId, promptId: PromptId, key: string) {
  let found = false;
  await changeSession(ctx, sessionId, async ({ id, state, deck }, tx) => {
    const gone = await withdrawResponse(tx, { sessionId, promptId, key });
    found = gone !== undefined;
    const slide = deck.slides.find((known) => known.id === roundOf(promptId).slideId);
    if (!gone?.published || !slide || !holdsFreeText(slide)) return undefined;
    const words = slide.kind === "words" ? await wordKeys(tx, { id }, slide.id) : null;
    return withoutCard(state, { cardId: gone.id, slideId: slide.id, words });
  });
  if (found) ctx.publish.responsesChanged(sessionId, promptId);
}

/** Holds the session's row meanwhile, as everything that is written in a session does. */
async function held(ctx: Context, sessionId: SessionId, take: (tx: Transaction) => Promise<unknown>) {
  await ctx.db.transaction(async (tx) => {
    if (!(await holdState(tx, sessionId))) throw new AppError("not_found");
    await take(tx);
  });
}

/** A phone in one class asks nothing of another. Strangers pass too: counted by what is under way, never by address. */
async function inTurn<T>({ actor, gate }: Context, sessionId: SessionId, work: () => Promise<T>): Promise<T> {
  if (actor.kind === "phone" && actor.sessionId !== sessionId) throw new AppError("not_found");
  return gate(work);
}
