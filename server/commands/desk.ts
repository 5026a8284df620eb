import type { Transaction } from "@/db/client";
import { cardExists, releasedResponses } from "@/db/stores/responses";
import { type Session, sessionOf } from "@/db/stores/sessions";
import { AppError } from "@/protocol/errors";
import type { ResponseId, SlideId } from "@/protocol/ids";
import type { CardMark } from "@/protocol/kinds/open";
import { changeSession, consoleChange, consoleStep } from "@/server/commands/steps";
import type { Context, Handler } from "@/server/context";
import { wordKey } from "@/server/domain/kinds/words";
import { roundsOf } from "@/server/domain/rounds";
import { takeStep } from "@/server/domain/session";

/** Marks a card that a release has published. */
export const markCard: Handler<"card:mark"> = (ctx, data) =>
  consoleChange(ctx, data.rev, (session, tx) => mark(ctx, session, tx, data));

/** The same from the summary, after the class. */
export const markCardAfterwards: Handler<"summary:mark"> = async (ctx, { sessionId, slideId, ...card }) => {
  if (!(await sessionOf(ctx.db, ctx.actor.facilitatorId, sessionId))) throw new AppError("not_found");
  await changeSession(ctx, sessionId, (session, tx) => mark(ctx, session, tx, { slideId, ...card }));
  return {};
};

/** Puts a card into a theme, or out of all. */
export const groupCard: Handler<"card:group"> = (ctx, { rev, slideId, cardId, themeId }) =>
  consoleChange(ctx, rev, async (session, tx) => {
    await cardIsThere(tx, session, slideId, cardId);
    return takeStep(session.state, session.deck, { do: "group", slideId, cardId, themeId }, ctx.now());
  });

/** Marks a word that a release has published, in whatever form. */
export const markWord: Handler<"word:mark"> = (ctx, { rev, slideId, word, mark }) =>
  consoleChange(ctx, rev, async (session, tx) => {
    const key = wordKey(slideId, word);
    if (!(await wordKeys(tx, session, slideId)).has(key)) throw new AppError("not_found");
    return takeStep(session.state, session.deck, { do: "mark", key, mark }, ctx.now());
  });

export const addTheme: Handler<"theme:add"> = consoleStep(({ slideId, themeId, name }) => ({
  do: "add-theme",
  slideId,
  themeId,
  name,
}));
export const renameTheme: Handler<"theme:rename"> = consoleStep(({ slideId, themeId, name }) => ({
  do: "rename-theme",
  slideId,
  themeId,
  name,
}));
export const removeTheme: Handler<"theme:remove"> = consoleStep(({ slideId, themeId }) => ({
  do: "remove-theme",
  slideId,
  themeId,
}));

type Card = { slideId: SlideId; cardId: ResponseId; mark: CardMark };

async function mark(ctx: Context, session: Session, tx: Transaction, { slideId, cardId, mark }: Card) {
  await cardIsThere(tx, session, slideId, cardId);
  return takeStep(session.state, session.deck, { do: "mark", key: cardId, mark }, ctx.now());
}

/** Under which names the words that are published of a slide can be marked. */
export async function wordKeys(
  tx: Transaction,
  session: Pick<Session, "id">,
  slideId: SlideId,
): Promise<Set<string>> {
  const rounds = roundsOf(slideId).map((promptId) => releasedResponses(tx, session.id, promptId));
  const values = (await Promise.all(rounds)).flat().map(({ value }) => value);
  const words = values.flatMap((value) => (value.kind === "words" ? value.words : []));
  return new Set(words.map((word) => wordKey(slideId, word)));
}

async function cardIsThere(tx: Transaction, session: Session, slideId: SlideId, cardId: ResponseId) {
  if (!(await cardExists(tx, session.id, roundsOf(slideId), cardId))) throw new AppError("not_found");
}
