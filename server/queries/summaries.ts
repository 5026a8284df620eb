import { countAttendances } from "@/db/stores/attendances";
import { type Session, sessionById, sessionOf } from "@/db/stores/sessions";
import { liveShare, liveShares } from "@/db/stores/shares";
import { talliesOf } from "@/db/stores/tallies";
import type { Actor } from "@/protocol/actors";
import { type PromptId, sessionId } from "@/protocol/ids";
import type { PromptKind, SlideOf } from "@/protocol/kinds";
import {
  type PromptSummary,
  type SharedSummary,
  type SlideRecord,
  type Summary,
  sharedSummary,
  summary,
} from "@/protocol/summaries";
import { signShare, verifyShare } from "@/server/auth/links";
import type { Context } from "@/server/context";
import { type Edition, editionOf } from "@/server/domain/editions";
import { deskOf, earlierRound, tallyOfPublished } from "@/server/domain/facts";
import { holdsFreeText, isPrompt, roomTally, slideViewOf } from "@/server/domain/kinds";
import { own } from "@/server/domain/own";
import { asItStands } from "@/server/domain/prompt-moves";
import type { Published } from "@/server/domain/published";
import { currentRound, promptState } from "@/server/domain/rounds";
import { visitsOf } from "@/server/domain/visits";
import { facilitatorOf } from "@/server/queries/library";
import { listQuestions } from "@/server/queries/questions";
import { publishedOf } from "@/server/session-facts";

type Parts = Pick<Context, "db" | "secrets" | "now" | "joinUrl" | "isRough">;

/** What remains of a session, for its facilitator. */
export async function summaryOf(parts: Parts, actor: Actor, id: string): Promise<Summary | undefined> {
  const { db, secrets, now } = parts;
  const parsed = sessionId.safeParse(id);
  if (!parsed.success) return undefined;
  const session = await sessionOf(db, facilitatorOf(actor).facilitatorId, parsed.data);
  if (!session) return undefined;
  const shares = await liveShares(db, session.id, new Date(now()));
  const edition = editionOf(session.deck, session.state.language);
  const phones = await countAttendances(db, session.id);
  const tallies = await talliesOf(db, session.id);
  return summary.parse({
    id: session.id,
    title: edition.title,
    language: edition.language,
    status: session.state.status,
    startedAt: session.state.startedAt,
    endedAt: session.state.endedAt,
    phones,
    minimum: session.state.minimum,
    prompts: await promptSummaries(parts, session, edition, tallies),
    record: recordOf(session, edition, phones, tallies, now()),
    questions: await listQuestions(parts, session.id, "console"),
    handout: edition.handout,
    site: new URL(parts.joinUrl()).origin,
    shares: shares.map((share) => ({
      id: share.id,
      path: signShare(secrets, share.id),
      expiresAt: share.expiresAt.getTime(),
    })),
  });
}

/** The same for parents, as long as its link is open. */
export async function sharedSummaryOf(
  parts: Parts,
  token: string,
  language: string,
): Promise<SharedSummary | undefined> {
  const id = verifyShare(parts.secrets, token);
  const share = id && (await liveShare(parts.db, id, new Date(parts.now())));
  const session = share && (await sessionById(parts.db, share.sessionId));
  // While it runs, even again, right answers and what was not shown are not for everybody (R46).
  if (session?.state.status !== "ended") return undefined;
  const edition = editionOf(session.deck, language);
  return sharedSummary.parse({
    title: edition.title,
    language: edition.language,
    endedAt: session.state.endedAt,
    prompts: await promptSummaries(parts, session, edition, await talliesOf(parts.db, session.id)),
    handout: edition.handout,
  });
}

type Tallies = Awaited<ReturnType<typeof talliesOf>>;

/** Every prompt with what its releases have published; hidden and held texts stay out (R45). */
async function promptSummaries(
  { db, isRough }: Parts,
  session: Session,
  edition: Edition,
  tallies: Tallies,
): Promise<PromptSummary[]> {
  const { deck, state } = session;
  const published = new Map<string, Published>();
  for (const [promptId, tally] of tallies)
    published.set(promptId, await publishedOf(db, session, promptId, tally));
  const resultsOf = (slide: SlideOf<PromptKind>, promptId: PromptId) => {
    const desk = deskOf(state, slide, isRough);
    const results = tallyOfPublished(asItStands(slide, state), published.get(promptId), desk);
    return results && roomTally(results);
  };
  return edition.slides.filter(isPrompt).map((slide) => {
    const { phase, round } = promptState(state, slide.id);
    const promptId = currentRound(state, slide.id);
    const earlier = earlierRound(state, deck, slide);
    const shown = asItStands(slide, state);
    return {
      slide: slideViewOf(shown, edition.languageOf(slide.id), shown.bodies.length - 1, true),
      opened: phase !== "ready",
      round,
      responses: tallies.get(promptId)?.responses ?? 0,
      textDeleted: session.textDeletedAt !== null && holdsFreeText(slide),
      results: resultsOf(slide, promptId),
      earlier: earlier ? resultsOf(earlier.slide, earlier.promptId) : null,
    };
  });
}

const minute = 60_000;

/** What was delivered, what was skipped, how long it took and how many answered (R51). */
function recordOf(
  { state, deck }: Session,
  edition: Edition,
  phones: number,
  tallies: Tallies,
  now: number,
): SlideRecord[] {
  const visits = visitsOf(state, deck, now);
  return edition.slides.map((slide) => {
    const opened = isPrompt(slide) && promptState(state, slide.id).phase !== "ready";
    const responses = tallies.get(currentRound(state, slide.id))?.responses ?? 0;
    return {
      id: slide.id,
      part: slide.part,
      title: slide.title,
      kind: slide.kind,
      planned: slide.minutes,
      spent: (own(visits, slide.id) ?? 0) / minute,
      // Hands and phones that came late can make it more than everybody.
      answered: opened && phones > 0 ? Math.min(responses / phones, 1) : null,
    };
  });
}
