import { randomUUID } from "node:crypto";
import { stateById } from "@/db/stores/sessions";
import type { ActorOf } from "@/protocol/actors";
import { AppError } from "@/protocol/errors";
import { responseId } from "@/protocol/ids";
import type { Slide } from "@/protocol/kinds";
import type { Context, Handler } from "@/server/context";
import { acceptResponse } from "@/server/domain/kinds";
import { asItStands } from "@/server/domain/prompt-moves";
import { roundOf } from "@/server/domain/rounds";
import { storedKey } from "@/server/stored-key";

/**
 * Takes one participant's response; answers after its commit. Sent again, it is
 * the same response. Nothing of the sender but the hash of this prompt's token is stored.
 */
export const submitResponse: Handler<"response:submit"> = async (ctx, { promptId, token, value }) => {
  const { sessionId } = ctx.actor;
  const { slideId } = roundOf(promptId);
  const deck = await ctx.views.deck(sessionId);
  const found = deck.slides.find(({ id }) => id === slideId);
  const slide = found && (await asItStandsNow(ctx, found));
  const accepted = slide && acceptResponse(slide, value);
  if (!accepted) throw new AppError("invalid", "the response does not fit the prompt");
  await ctx.writer.add({
    id: responseId.parse(randomUUID()),
    sessionId,
    promptId,
    key: storedKey(token),
    value: accepted,
  });
  return {};
};

/** Only a vote on themes depends on more than the deck, which never changes. */
async function asItStandsNow(ctx: Context<ActorOf<"phone">>, slide: Slide): Promise<Slide> {
  if (slide.kind !== "choice" || slide.from === null) return slide;
  const state = await stateById(ctx.db, ctx.actor.sessionId);
  return state ? asItStands(slide, state) : slide;
}
