import type { Transaction } from "@/db/client";
import { countUnpublished, publishedValues, releaseAndMix, releaseResponses } from "@/db/stores/responses";
import type { Session } from "@/db/stores/sessions";
import { savePublished, tallyOfPrompt } from "@/db/stores/tallies";
import type { PromptId } from "@/protocol/ids";
import type { ResponseValue } from "@/protocol/kinds";
import { mayRelease } from "@/server/domain/guard";
import { holdsFreeText, sumsOf } from "@/server/domain/kinds";
import { nothingYet } from "@/server/domain/published";
import { roundOf } from "@/server/domain/rounds";

/**
 * Publishes a prompt's responses as they stand, when the guard lets them go
 * (R31, R32); answers whether it did. What is published of a closed kind is
 * added up by what has changed, so a release costs as much as is new in it.
 * While the prompt closes its rows are written anew with it (R37).
 */
export async function tryRelease(
  tx: Transaction,
  { id, deck, state, sealedAt }: Pick<Session, "id" | "deck" | "state" | "sealedAt">,
  promptId: PromptId,
  { closing = false } = {},
): Promise<boolean> {
  // Sealed rows no longer know what was published of them: another release would count them twice (R67).
  if (sealedAt) return false;
  const tally = await tallyOfPrompt(tx, id, promptId);
  if (!tally || tally.settled) return false;
  const waiting = await countUnpublished(tx, id, promptId);
  const { responses: all, takenBack } = tally;
  if (!mayRelease({ ...waiting, all, takenBack }, state.minimum)) return false;
  const replaced = await (closing ? releaseAndMix : releaseResponses)(tx, id, promptId);
  const slide = deck.slides.find((known) => known.id === roundOf(promptId).slideId);
  if (slide && holdsFreeText(slide)) {
    const published = { responses: all, counts: {} };
    await savePublished(tx, id, promptId, { published, recount: false, settled: true });
    return true;
  }
  const changes = replaced.flatMap(({ before, after, times }) => [
    ...(before ? [{ value: before, times: -times }] : []),
    { value: after, times },
  ]);
  // Somebody who was in the sums has gone: what is there now is all there is. Hands alone would show who it was.
  const recounts = tally.recount && waiting.phones > 0;
  const published = recounts
    ? sumsOf(await publishedValues(tx, id, promptId))
    : sumsOf(changes, tally.published ?? nothingYet);
  await savePublished(tx, id, promptId, {
    published,
    recount: tally.recount && !recounts,
    settled: true,
  });
  return true;
}

/** Takes hands out of what is published: the room saw that they were put down (R38). */
export async function unpublishHands(
  tx: Transaction,
  { id }: Pick<Session, "id">,
  promptId: PromptId,
  gone: ResponseValue[],
): Promise<void> {
  const tally = gone.length > 0 ? await tallyOfPrompt(tx, id, promptId) : undefined;
  if (!tally?.published) return;
  const less = gone.map((value) => ({ value, times: -1 }));
  await savePublished(tx, id, promptId, { published: sumsOf(less, tally.published) });
}
