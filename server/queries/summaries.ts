import { countAttendances } from "@/db/stores/attendances";
import { allReleasedResponses, countPerPrompt } from "@/db/stores/responses";
import { type Session, sessionById, sessionOf } from "@/db/stores/sessions";
import { liveShare, liveShares } from "@/db/stores/shares";
import type { Actor } from "@/protocol/actors";
import { sessionId } from "@/protocol/ids";
import {
  type PromptSummary,
  type SharedSummary,
  type Summary,
  sharedSummary,
  summary,
} from "@/protocol/summaries";
import { signShare, verifyShare } from "@/server/auth/links";
import type { Context } from "@/server/context";
import { holdsFreeText, isPrompt, roomTally, slideViewOf, tallyOf } from "@/server/domain/kinds";
import { promptState } from "@/server/domain/session";
import { facilitatorOf } from "@/server/queries/library";

type Parts = Pick<Context, "db" | "secrets" | "now" | "joinUrl">;

/** What remains of a session, for its facilitator. */
export async function summaryOf(parts: Parts, actor: Actor, id: string): Promise<Summary | undefined> {
  const { db, secrets, now } = parts;
  const parsed = sessionId.safeParse(id);
  if (!parsed.success) return undefined;
  const session = await sessionOf(db, facilitatorOf(actor).facilitatorId, parsed.data);
  if (!session) return undefined;
  const shares = await liveShares(db, session.id, new Date(now()));
  return summary.parse({
    id: session.id,
    title: session.deck.title,
    language: session.deck.language,
    status: session.state.status,
    startedAt: session.state.startedAt,
    endedAt: session.state.endedAt,
    phones: await countAttendances(db, session.id),
    minimum: session.state.minimum,
    prompts: await promptSummaries(parts, session),
    handout: session.deck.handout,
    site: new URL(parts.joinUrl()).origin,
    shares: shares.map((share) => ({
      id: share.id,
      path: signShare(secrets, share.id),
      expiresAt: share.expiresAt.getTime(),
    })),
  });
}

/** The same for parents, as long as its link is open. */
export async function sharedSummaryOf(parts: Parts, token: string): Promise<SharedSummary | undefined> {
  const id = verifyShare(parts.secrets, token);
  const share = id && (await liveShare(parts.db, id, new Date(parts.now())));
  const session = share && (await sessionById(parts.db, share.sessionId));
  // While it runs, even again, right answers and what was not shown are not for everybody (R46).
  if (session?.state.status !== "ended") return undefined;
  return sharedSummary.parse({
    title: session.deck.title,
    language: session.deck.language,
    endedAt: session.state.endedAt,
    prompts: await promptSummaries(parts, session),
    handout: session.deck.handout,
  });
}

/** Every prompt with what its releases have published; hidden cards stay out (R45). */
async function promptSummaries({ db }: Parts, session: Session): Promise<PromptSummary[]> {
  const counts = await countPerPrompt(db, session.id);
  const released = await allReleasedResponses(db, session.id);
  return session.deck.slides.filter(isPrompt).map((slide) => {
    const published = released.get(slide.id) ?? [];
    return {
      slide: slideViewOf(slide, slide.bodies.length - 1, true),
      opened: promptState(session.state, slide.id).phase !== "ready",
      responses: counts.get(slide.id) ?? 0,
      textDeleted: session.textDeletedAt !== null && holdsFreeText(slide),
      results: published.length > 0 ? roomTally(tallyOf(slide, published, session.state.marks)) : null,
    };
  });
}
