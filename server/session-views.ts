import type { Database } from "@/db/client";
import { anyResponse, countUnpublished, releasedResponses } from "@/db/stores/responses";
import { revisionOf, type Session, sessionById } from "@/db/stores/sessions";
import { AppError } from "@/protocol/errors";
import type { SessionId } from "@/protocol/ids";
import type { ConsoleView, PhoneView, ScreenView } from "@/protocol/views";
import { signScreenLink } from "@/server/auth/links";
import type { Presence } from "@/server/context";
import { nearestLanguage } from "@/server/domain/editions";
import { type Facts, type IsRough, promptsInView, type Released } from "@/server/domain/facts";
import { isPrompt } from "@/server/domain/kinds";
import { currentSlide } from "@/server/domain/positions";
import { currentRound } from "@/server/domain/rounds";
import { consoleViewOf, phoneViewOf, screenViewOf } from "@/server/domain/views";
import type { Secrets } from "@/server/secrets";

/** Makes the views of a session from the database. */
export type SessionViews = {
  /** In the language of the class that is nearest to this one. */
  phone: (id: SessionId, language: string) => Promise<PhoneView>;
  screen: (id: SessionId) => Promise<ScreenView>;
  console: (id: SessionId) => Promise<ConsoleView>;
  /** The deck of a session never changes, so it may be kept. */
  deck: (id: SessionId) => Promise<Session["deck"]>;
};

type Parts = {
  db: Database;
  secrets: Secrets;
  presence: Presence;
  now: () => number;
  isRough: IsRough;
  /** Asked each time: a laptop that changes its Wi-Fi changes its address. */
  joinUrl: () => string;
};
/** Phone views are made when the first phone of a language asks. */
type Kept = { rev: number; phone: (language: string) => PhoneView; screen: ScreenView };

const sessionsKept = 500;

/**
 * Phone and screen views are kept per revision, so that a thousand phones that
 * come back at once cost one build. What is kept can be thrown away at any time.
 */
export function createSessionViews(parts: Parts): SessionViews {
  const kept = new Map<SessionId, Promise<Kept>>();
  const decks = new Map<SessionId, Promise<Session["deck"]>>();

  const build = async (id: SessionId): Promise<Kept> => {
    const facts = await factsOf(parts, id);
    const phones = new Map<string, PhoneView>();
    const phone = (wanted: string) => {
      const language = nearestLanguage(facts.session.deck, wanted);
      const view = phones.get(language) ?? phoneViewOf(facts, language);
      phones.set(language, view);
      return view;
    };
    return { rev: facts.session.rev, phone, screen: screenViewOf(facts) };
  };

  const rebuild = (id: SessionId): Promise<Kept> => {
    const made = build(id);
    remember(kept, id, made);
    made.catch(() => kept.delete(id));
    return made;
  };

  const newest = async (id: SessionId): Promise<Kept> => {
    const rev = await revisionOf(parts.db, id);
    if (rev === undefined) throw new AppError("not_found");
    const found = await kept.get(id)?.catch(() => undefined);
    if (found && found.rev >= rev) return found;
    // Another caller may have begun to build it meanwhile.
    const begun = await kept.get(id)?.catch(() => undefined);
    return begun && begun.rev >= rev ? begun : rebuild(id);
  };

  const deckOf = async (id: SessionId) => {
    const session = await sessionById(parts.db, id);
    if (!session) throw new AppError("not_found");
    return session.deck;
  };

  const fresh = (id: SessionId) => ({
    at: parts.now(),
    facilitatorHere: parts.presence.facilitatorHere(id),
  });

  return {
    phone: async (id, language) => ({ ...(await newest(id)).phone(language), ...fresh(id) }),
    screen: async (id) => ({ ...(await newest(id)).screen, ...fresh(id), joinUrl: parts.joinUrl() }),
    console: async (id) => consoleViewOf(await factsOf(parts, id)),
    // The promise is kept, not the deck: two answers of one phone must not overtake each other here.
    deck: (id) => {
      const found = decks.get(id) ?? deckOf(id);
      remember(decks, id, found);
      found.catch(() => decks.delete(id));
      return found;
    },
  };
}

/** Keeps an entry as the newest, and lets the oldest go when there are too many. */
function remember<V>(map: Map<SessionId, V>, id: SessionId, value: V): void {
  map.delete(id);
  map.set(id, value);
  if (map.size <= sessionsKept) return;
  const oldest = map.keys().next();
  if (!oldest.done) map.delete(oldest.value);
}

async function factsOf(
  { db, secrets, presence, now, joinUrl, isRough }: Parts,
  id: SessionId,
): Promise<Facts> {
  // Read as one moment: a release and the revision that shows it belong together.
  return db.transaction(
    async (tx) => {
      const session = await sessionById(tx, id);
      if (!session) throw new AppError("not_found");
      const { state, deck } = session;
      const slide = currentSlide(state, deck);
      const counts =
        slide && isPrompt(slide)
          ? await countUnpublished(tx, id, currentRound(state, slide.id))
          : { all: 0, phones: 0, hands: 0 };
      const released = new Map<string, Released>();
      for (const promptId of promptsInView(state, deck))
        released.set(promptId, await releasedResponses(tx, id, promptId));
      return {
        session,
        prompt: { responses: counts.all, waiting: counts.phones + counts.hands },
        released,
        isRough,
        anyResponse: await anyResponse(tx, id),
        facilitatorHere: presence.facilitatorHere(id),
        joinUrl: joinUrl(),
        screenPath: signScreenLink(secrets, id),
        textDays: session.textDays,
        now: now(),
      };
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
}
