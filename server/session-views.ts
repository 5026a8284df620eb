import type { Database } from "@/db/client";
import { deckById, revisionOf, type Session, sessionById } from "@/db/stores/sessions";
import { AppError } from "@/protocol/errors";
import type { SessionId } from "@/protocol/ids";
import type { SessionState } from "@/protocol/sessions";
import type { ConsoleView, PhoneView, ScreenView } from "@/protocol/views";
import { signScreenLink } from "@/server/auth/links";
import type { Presence } from "@/server/context";
import { languagesOf, nearestLanguage } from "@/server/domain/editions";
import type { Facts, IsRough } from "@/server/domain/facts";
import { consoleViewOf, phoneViewOf, screenViewOf } from "@/server/domain/views";
import type { Secrets } from "@/server/secrets";
import { readFacts, type StoredFacts } from "@/server/session-facts";
import { createTogether } from "@/server/together";

/** The views of one revision. They are made when somebody first asks, and then kept. */
export type RevisionViews = {
  rev: number;
  state: SessionState;
  /** The languages that the class can be followed in. */
  languages: string[];
  /** In the language of the class that is nearest to this one. */
  phone: (language: string) => PhoneView;
  screen: () => ScreenView;
};

/** Makes the views of a session from the database, and keeps what a revision cannot change. */
export type SessionViews = {
  phone: (id: SessionId, language: string) => Promise<PhoneView>;
  screen: (id: SessionId) => Promise<ScreenView>;
  console: (id: SessionId) => Promise<ConsoleView>;
  /** The console's view of what was just read. */
  consoleOf: (facts: StoredFacts) => ConsoleView;
  /** The newest state. */
  state: (id: SessionId) => Promise<SessionState>;
  /** Everything that views are made of, as one moment. */
  read: (id: SessionId) => Promise<StoredFacts>;
  /** Takes what was just read as the newest, unless something newer is kept. */
  keep: (facts: StoredFacts) => RevisionViews;
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

const sessionsKept = 500;

/**
 * Phone and screen views are kept per revision, so that a thousand phones that
 * come back at once cost one build. What is kept can be thrown away at any time.
 */
export function createSessionViews(parts: Parts): SessionViews {
  const { db, secrets, presence, now, joinUrl, isRough } = parts;
  const kept = new Map<SessionId, RevisionViews>();
  const reading = new Map<SessionId, Promise<RevisionViews>>();
  const decks = new Map<SessionId, Promise<Session["deck"]>>();
  // A room that arrives asks a thousand times within a moment what the newest revision is.
  const revision = createTogether((id: SessionId) => revisionOf(db, id));

  const whole = (facts: StoredFacts): Facts => ({
    ...facts,
    isRough,
    facilitatorHere: presence.facilitatorHere(facts.session.id),
    joinUrl: joinUrl(),
    screenPath: signScreenLink(secrets, facts.session.id),
    textDays: facts.session.textDays,
    now: now(),
  });

  const read = (id: SessionId): Promise<StoredFacts> =>
    db.transaction(
      async (tx) => {
        const session = await sessionById(tx, id);
        if (!session) throw new AppError("not_found");
        return readFacts(tx, session);
      },
      { isolationLevel: "repeatable read", accessMode: "read only" },
    );

  const keep = (facts: StoredFacts): RevisionViews => {
    const { id } = facts.session;
    const known = kept.get(id);
    if (known && known.rev > facts.session.rev) return known;
    const made = revisionViews(whole(facts));
    remember(kept, id, made);
    return made;
  };

  const readOnce = (id: SessionId): Promise<RevisionViews> => {
    const made =
      reading.get(id) ??
      read(id)
        .then(keep)
        .finally(() => reading.delete(id));
    reading.set(id, made);
    return made;
  };

  const newest = async (id: SessionId): Promise<RevisionViews> => {
    const rev = await revision(id);
    if (rev === undefined) throw new AppError("not_found");
    const known = kept.get(id);
    if (known && known.rev >= rev) return known;
    const found = await readOnce(id);
    // One that was being read already may have begun before this revision was there.
    return found.rev >= rev ? found : readOnce(id);
  };

  const deckOf = async (id: SessionId) => {
    const deck = await deckById(db, id);
    if (!deck) throw new AppError("not_found");
    return deck;
  };

  const readDeck = (id: SessionId) => {
    const deck = deckOf(id);
    remember(decks, id, deck);
    deck.catch(() => decks.delete(id));
    return deck;
  };

  const fresh = (id: SessionId) => ({ at: now(), facilitatorHere: presence.facilitatorHere(id) });
  // The room's consoles and the one that took the step get the same.
  const consoles = new WeakMap<StoredFacts, ConsoleView>();
  const consoleOf = (facts: StoredFacts) => {
    const view = consoles.get(facts) ?? consoleViewOf(whole(facts));
    consoles.set(facts, view);
    return view;
  };

  return {
    phone: async (id, language) => ({ ...(await newest(id)).phone(language), ...fresh(id) }),
    screen: async (id) => ({ ...(await newest(id)).screen(), ...fresh(id), joinUrl: joinUrl() }),
    console: async (id) => consoleOf(await read(id)),
    consoleOf,
    state: async (id) => (await newest(id)).state,
    read,
    keep,
    // The promise is kept, not the deck: two answers of one phone must not overtake each other here.
    deck: (id) => decks.get(id) ?? readDeck(id),
  };
}

function revisionViews(facts: Facts): RevisionViews {
  const { rev, state, deck } = facts.session;
  const phones = new Map<string, PhoneView>();
  let screen: ScreenView | undefined;
  return {
    rev,
    state,
    languages: languagesOf(deck).map(({ language }) => language),
    phone: (wanted) => {
      const language = nearestLanguage(deck, wanted);
      const view = phones.get(language) ?? phoneViewOf(facts, language);
      phones.set(language, view);
      return view;
    },
    screen: () => {
      screen ??= screenViewOf(facts);
      return screen;
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
