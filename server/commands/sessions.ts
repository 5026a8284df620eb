import { classById } from "@/db/stores/classes";
import { forgottenSessions, insertSession, sessionById } from "@/db/stores/sessions";
import { anyResponse } from "@/db/stores/tallies";
import { teamOf } from "@/db/stores/teams";
import { AppError } from "@/protocol/errors";
import type { PromptId, SessionId } from "@/protocol/ids";
import { makeCode } from "@/server/codes";
import { tryRelease } from "@/server/commands/releases";
import { changeSession, consoleChange, consoleStep } from "@/server/commands/steps";
import type { Context, Handler } from "@/server/context";
import { editionOf, nearestLanguage } from "@/server/domain/editions";
import { mayChoose, releasesAt } from "@/server/domain/guard";
import { roundOf } from "@/server/domain/rounds";
import { newSession, takeStep, withRelease, withSettings } from "@/server/domain/session";

const codeTries = 20;
const minute = 60_000;

/** Starts a session of a class with a frozen copy of its slides; the same id again is the same session. */
export const startSession: Handler<"session:start"> = async (ctx, { id, classId, language }) => {
  const owner = ctx.actor.facilitatorId;
  const found = await classById(ctx.db, classId);
  if (!found) throw new AppError("not_found");
  const now = new Date(ctx.now());
  const support = (await teamOf(ctx.db, owner))?.support ?? [];
  for (let tries = 0; tries < codeTries; tries += 1) {
    const inserted = await insertSession(ctx.db, {
      id,
      ownerId: owner,
      classId,
      deck: found.deck,
      code: makeCode(),
      textDays: ctx.config.textDays,
      state: newSession({ language: nearestLanguage(found.deck, language ?? found.deck.language), support }),
      createdAt: now,
      touchedAt: now,
    });
    if (inserted) return { id };
    const existing = await sessionById(ctx.db, id);
    if (existing) {
      if (existing.ownerId !== owner) throw new AppError("not_found");
      return { id };
    }
    // Else the code was taken: draw another.
  }
  throw new AppError("overloaded", "no free join code was found");
};

/** The sender's own view of its session. */
export const viewSession: Handler<"session:view"> = ({ actor, views }) =>
  actor.kind === "phone" ? views.phone(actor.sessionId, actor.language) : views[actor.kind](actor.sessionId);

/** The server's clock. A page that asks a few times knows how far its own is off. */
export const readClock: Handler<"clock:read"> = async (ctx) => ({ at: ctx.now() });

/** What a parent takes home, in the language of this phone. */
export const readHandout: Handler<"handout:read"> = async ({ actor, views }) => {
  const { title, handout, language } = editionOf(await views.deck(actor.sessionId), actor.language);
  return { title, handout, language };
};

/** What the facilitator sets for the room. */
export const chooseSettings: Handler<"settings:choose"> = async (ctx, { rev, settings }) => {
  const view = await consoleChange(ctx, rev, ({ state }) => withSettings(state, { settings }));
  ctx.publish.questionsChanged(ctx.actor.sessionId);
  return view;
};

export const setSupport: Handler<"support:set"> = (ctx, { rev, contacts }) =>
  consoleChange(ctx, rev, ({ state }) => withSettings(state, { support: contacts }));

/** Chooses when results are released; what gives up privacy only before anybody has answered (R35). */
export const chooseRelease: Handler<"release:choose"> = (ctx, { rev, release }) =>
  consoleChange(ctx, rev, async ({ id, state }, tx) => {
    if (state.status === "ended") throw new AppError("session_ended");
    if (!mayChoose(state.release, release, await anyResponse(tx, id))) throw new AppError("setting_fixed");
    return withRelease(state, release);
  });

/** Ends a session that its facilitator forgot (R3). */
export const expireSession: Handler<"session:expire"> = async (ctx, { sessionId }) => {
  await changeSession(ctx, sessionId, (session) => {
    const idleSince = ctx.now() - session.touchedAt.getTime();
    if (session.state.status === "ended" || idleSince < ctx.config.idleMinutes * minute) return undefined;
    return takeStep(session.state, session.deck, { do: "end" }, ctx.now());
  });
  return {};
};

/** The sessions that `session:expire` would end now. */
export function sessionsToExpire(ctx: Pick<Context, "db" | "now" | "config">): Promise<SessionId[]> {
  return forgottenSessions(ctx.db, new Date(ctx.now() - ctx.config.idleMinutes * minute));
}

/** A timer ran out. One that was stopped, moved or undone meanwhile does nothing. */
export const expireTimer: Handler<"timer:expire"> = async (ctx, { sessionId, endsAt }) => {
  await changeSession(ctx, sessionId, ({ state, deck }) => {
    if (state.status !== "live" || state.timer?.endsAt !== endsAt) return undefined;
    return takeStep(state, deck, { do: "expire-timer", endsAt }, ctx.now());
  });
  return {};
};

/**
 * New responses are there: publishes what the guard lets go by now, in a session
 * that releases live (R34), or after the closing when answers came late (R64).
 */
export async function releaseNew(ctx: Context, id: SessionId, promptId: PromptId): Promise<void> {
  const { slideId } = roundOf(promptId);
  if (!releasesAt(await ctx.views.state(id), slideId)) return;
  await changeSession(ctx, id, async (session, tx) =>
    releasesAt(session.state, slideId) && (await tryRelease(tx, session, promptId))
      ? session.state
      : undefined,
  );
}

export const beginSession = consoleStep(() => ({ do: "begin" }));
export const endSession = consoleStep(() => ({ do: "end" }));
export const nextSlide = consoleStep(() => ({ do: "next" }));
export const previousSlide = consoleStep(() => ({ do: "back" }));
export const goToSlide: Handler<"slide:go"> = consoleStep(({ slideId }) => ({ do: "go", slideId }));
export const blankScreen: Handler<"screen:blank"> = consoleStep(({ blank }) => ({ do: "blank", blank }));
export const showQuestions: Handler<"questions:show"> = consoleStep(({ shown }) => ({
  do: "questions",
  shown,
}));
export const undoStep = consoleStep(() => ({ do: "undo" }));
