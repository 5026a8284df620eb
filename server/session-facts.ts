import type { Db } from "@/db/client";
import { countUnpublished, releasedResponses } from "@/db/stores/responses";
import type { Session } from "@/db/stores/sessions";
import { type TallyRow, talliesOf } from "@/db/stores/tallies";
import type { PromptId } from "@/protocol/ids";
import { type Facts, promptsInView } from "@/server/domain/facts";
import { holdsFreeText, isPrompt } from "@/server/domain/kinds";
import { currentSlide } from "@/server/domain/positions";
import { nothingYet, type Published } from "@/server/domain/published";
import { currentRound, roundOf } from "@/server/domain/rounds";

/** What the database holds of all that views are made of; the rest is the process's to know. */
export type StoredFacts = Pick<Facts, "prompt" | "released" | "anyResponse"> & { session: Session };

/**
 * Reads them within the caller's transaction: what is released and the revision
 * that shows it belong together. Takes as long for a thousand responses as for
 * ten, unless some were written since a release: then those that wait are counted.
 */
export async function readFacts(db: Db, session: Session): Promise<StoredFacts> {
  const { id, state, deck } = session;
  const tallies = await talliesOf(db, id);
  const slide = currentSlide(state, deck);
  const current = slide && isPrompt(slide) ? currentRound(state, slide.id) : undefined;
  const released = new Map<PromptId, Published>();
  for (const promptId of promptsInView(state, deck))
    released.set(promptId, await publishedOf(db, session, promptId, tallies.get(promptId)));
  return {
    session,
    prompt: current
      ? {
          responses: tallies.get(current)?.responses ?? 0,
          waiting: await waitingOf(db, session, current, tallies.get(current)),
        }
      : { responses: 0, waiting: 0 },
    released,
    anyResponse: tallies.size > 0,
  };
}

/** What is published of a prompt: sums of a closed kind, free texts one by one. */
export async function publishedOf(
  db: Db,
  { id, deck }: Pick<Session, "id" | "deck">,
  promptId: PromptId,
  tally: TallyRow | undefined,
): Promise<Published> {
  if (!tally?.published) return { sums: nothingYet, texts: [] };
  const slide = deck.slides.find((known) => known.id === roundOf(promptId).slideId);
  const texts = slide && holdsFreeText(slide) ? await releasedResponses(db, id, promptId) : [];
  return { sums: tally.published, texts };
}

async function waitingOf(
  db: Db,
  { id, sealedAt }: Session,
  promptId: PromptId,
  tally: TallyRow | undefined,
): Promise<number> {
  // Nothing is published any more, so nothing waits for it (R67).
  if (sealedAt) return 0;
  // Before the first release all of them wait; right after one none does, and later they are counted.
  if (!tally?.published) return tally?.responses ?? 0;
  if (tally.settled) return 0;
  const { phones, hands } = await countUnpublished(db, id, promptId);
  return phones + hands;
}
