import { createHash, randomUUID } from "node:crypto";
import { AppError } from "@/protocol/errors";
import { responseId } from "@/protocol/ids";
import type { Handler } from "@/server/context";
import { acceptResponse } from "@/server/domain/kinds";

/**
 * Takes one participant's response; answers after its commit. Sent again, it is
 * the same response. Nothing of the sender but the hash of this prompt's token is stored.
 */
export const submitResponse: Handler<"response:submit"> = async (ctx, { slideId, token, value }) => {
  const { sessionId } = ctx.actor;
  const deck = await ctx.views.deck(sessionId);
  const slide = deck.slides.find(({ id }) => id === slideId);
  const accepted = slide && acceptResponse(slide, value);
  if (!accepted) throw new AppError("invalid", "the response does not fit the prompt");
  await ctx.writer.add({
    id: responseId.parse(randomUUID()),
    sessionId,
    slideId,
    key: createHash("sha256").update(Buffer.from(token, "hex")).digest("hex"),
    value: accepted,
  });
  return {};
};
