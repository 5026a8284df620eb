import { expect, test } from "vitest";
import { joinCode, sessionId } from "@/protocol/ids";
import { newSession } from "@/server/domain/session";
import type { StoredFacts } from "@/server/session-facts";
import { createSessionViews } from "@/server/session-views";
import { createPublish } from "@/server/sockets/publish";
import { everyKind } from "@/tests/support/decks";

const id = sessionId.parse("11111111-1111-4111-8111-111111111111");

/** A revision as a command brings it along, with this deadline. */
function factsAt(rev: number, endsAt: number | null): StoredFacts {
  const timer = endsAt === null ? null : { startsAt: 0, endsAt, closesPrompt: true };
  const state = { ...newSession({ language: "en", support: [] }), timer };
  const session = { id, rev, state, deck: everyKind, code: joinCode.parse("48215937"), textDays: 90 };
  return {
    session: session as StoredFacts["session"],
    prompt: { responses: 0, waiting: 0 },
    released: new Map(),
    anyResponse: false,
  };
}

test("R18: of two changes at the same moment the later deadline stays armed, whichever is told first", async () => {
  const armed: (number | null)[] = [];
  const publish = createPublish({
    db: undefined as never,
    views: createSessionViews({
      db: undefined as never,
      secrets: { auth: "", sign: Buffer.from("a secret") },
      presence: { phones: () => 0, facilitatorHere: () => true },
      now: () => 0,
      isRough: () => false,
      joinUrl: () => "http://localhost/",
    }),
    alone: true,
    io: () => undefined,
    told: () => undefined,
    timerChanged: (_, endsAt) => armed.push(endsAt),
    afterResponses: async () => undefined,
    questions: async () => [],
    pulse: async () => ({ signals: 0, shares: null }),
  });

  await publish.sessionChanged(id, factsAt(1, null));
  await publish.sessionChanged(id, factsAt(3, 5000));
  await publish.sessionChanged(id, factsAt(2, 1000));
  expect(armed).toEqual([null, 5000]);
  publish.stop();
});
