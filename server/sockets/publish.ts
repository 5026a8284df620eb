import type { Database } from "@/db/client";
import { countResponses } from "@/db/stores/tallies";
import type { EventPayload } from "@/protocol/events";
import type { PromptId, SessionId, SignInId } from "@/protocol/ids";
import type { Question } from "@/protocol/questions";
import type { Publish } from "@/server/context";
import { log } from "@/server/log";
import type { StoredFacts } from "@/server/session-facts";
import type { RevisionViews, SessionViews } from "@/server/session-views";
import { patchBetween } from "@/server/sockets/patches";
import {
  type LiveServer,
  patchToPhones,
  phonesFollow,
  type Speaker,
  say,
  sayToPhones,
  signInRoom,
} from "@/server/sockets/rooms";
import { createTelling } from "@/server/sockets/telling";

type Parts = {
  db: Database;
  views: SessionViews;
  /** Whether this is the only node. */
  alone: boolean;
  /** Absent while no sockets are attached. What is said to its rooms reaches every node. */
  io: () => LiveServer | undefined;
  /** Every socket that can be reached has been told this revision, or those of this node alone. */
  told: (id: SessionId, rev: number, where: Reach) => void;
  /** After every change: the deadline of the session's timer, or null. */
  timerChanged: (id: SessionId, endsAt: number | null) => void;
  /** New responses are there; a session that releases live may have enough. */
  afterResponses: (id: SessionId, promptId: PromptId) => Promise<void>;
  /** The questions as an audience may read them, and the pulse as the console may. */
  questions: (id: SessionId, audience: "phone" | "screen" | "console") => Promise<Question[]>;
  pulse: (id: SessionId) => Promise<EventPayload<"pulse:changed">>;
};

type Reach = "everywhere" | "here";

const sessionsTold = 500; // beyond it a phone gets the whole view where a patch would do
const patience = 5; // tries of telling a change, while the database is away
const retryAfterMs = 1000;
const tallyEveryMs = 250; // at most four times a second (design 7)
const questionsEveryMs = 1000;
const pulseEveryMs = 5000; // slow enough that a change is nobody's in particular

/** What tells this node's sockets alone, of what they may have missed. */
type PublishHere = {
  views: (id: SessionId) => Promise<void>;
  /** Everything that is told between views. */
  counts: (id: SessionId) => Promise<void>;
  signInsEnded: (ids: SignInId[]) => void;
};

/** Tells the audiences of a session what changed: whole views, and counts between them. */
export function createPublish(parts: Parts): Publish & { here: PublishHere; stop: () => void } {
  const { db, views, io, timerChanged, afterResponses } = parts;

  const retries = new Set<NodeJS.Timeout>();
  const told = new Map<SessionId, RevisionViews>();
  const counts = createTelling<string>({
    failing: (error) => log.error("count was not told", {}, error),
    everyMs: tallyEveryMs,
    tell: (prompt) => tellCount(...(prompt.split(" ") as [SessionId, PromptId])),
  });
  const questions = createTelling<SessionId>({
    failing: (error) => log.error("questions were not told", {}, error),
    everyMs: questionsEveryMs,
    tell: (id) => tellQuestions(id),
  });
  const pulses = createTelling<SessionId>({
    failing: (error) => log.error("pulse was not told", {}, error),
    everyMs: pulseEveryMs,
    tell: (id) => tellPulse(id),
  });

  const speaker = (reach: Reach): Speaker | undefined => (reach === "here" ? io()?.local : io());

  const tell = async (id: SessionId, facts: StoredFacts | undefined, tries: number): Promise<void> => {
    try {
      tellViews(id, facts ?? (await views.read(id)), "everywhere");
    } catch (error) {
      log.error("change was not told", { triesLeft: tries }, error);
      if (tries === 0) return;
      const timeout = setTimeout(() => {
        retries.delete(timeout);
        void tell(id, undefined, tries - 1);
      }, retryAfterMs);
      retries.add(timeout);
    }
  };

  const tellViews = (id: SessionId, facts: StoredFacts, reach: Reach) => {
    const last = told.get(id);
    const { rev, state } = facts.session;
    // Of two changes at once the later one may be told first: then the earlier one is old news.
    if (last && last.rev > rev) return;
    const next = views.keep(facts);
    rememberTold(id, next);
    timerChanged(id, state.timer?.endsAt ?? null);
    const server = speaker(reach);
    if (!server) return;
    // A view that nobody would get is not made; who sits on other nodes is theirs to know.
    const only = parts.alone || reach === "here" ? io() : undefined;
    for (const language of next.languages) {
      if (only && !phonesFollow(only, id, language)) continue;
      const view = next.phone(language);
      sayToPhones(server, id, language, view);
      // A phone that has the revision before needs only what is new.
      const patch =
        reach === "everywhere" && last?.rev === rev - 1
          ? patchBetween(last.phone(language), view)
          : undefined;
      patchToPhones(server, id, language, patch ?? view);
    }
    say(server, id, "screen", "session:changed", next.screen());
    say(server, id, "console", "session:changed", views.consoleOf(facts));
    parts.told(id, rev, reach);
  };

  const rememberTold = (id: SessionId, next: RevisionViews) => {
    told.delete(id);
    told.set(id, next);
    if (told.size <= sessionsTold) return;
    const oldest = told.keys().next();
    if (!oldest.done) told.delete(oldest.value);
  };

  const tellCount = async (id: SessionId, promptId: PromptId, reach: Reach = "everywhere") => {
    if (reach === "everywhere") await afterResponses(id, promptId);
    const server = speaker(reach);
    if (!server) return;
    const responses = await countResponses(db, id, promptId);
    say(server, id, "console", "responses:counted", { promptId, responses });
    say(server, id, "screen", "responses:counted", { promptId, responses });
  };

  const tellQuestions = async (id: SessionId, reach: Reach = "everywhere") => {
    const server = speaker(reach);
    if (!server) return;
    const seen = (await parts.questions(id, "phone")).length;
    say(server, id, "phone", "questions:changed", { questions: seen });
    say(server, id, "screen", "questions:changed", { questions: seen });
    const all = (await parts.questions(id, "console")).length;
    say(server, id, "console", "questions:changed", { questions: all });
  };

  const tellPulse = async (id: SessionId, reach: Reach = "everywhere") => {
    const server = speaker(reach);
    if (server) say(server, id, "console", "pulse:changed", await parts.pulse(id));
  };

  return {
    // The change is committed: whatever fails here must not make its command look refused.
    sessionChanged: (id, facts) => tell(id, facts, patience),
    responsesChanged: (id, promptId) => counts.ask(`${id} ${promptId}`),
    questionsChanged: (id) => questions.ask(id),
    pulseChanged: (id) => pulses.ask(id),
    signInsEnded: (ids) => endSignIns(io(), ids),
    here: {
      views: async (id) => tellViews(id, await views.read(id), "here"),
      counts: async (id) => {
        const { prompt } = await views.console(id);
        if (prompt) await tellCount(id, prompt.id, "here");
        await tellQuestions(id, "here");
        await tellPulse(id, "here");
      },
      signInsEnded: (ids) => endSignIns(io()?.local, ids),
    },
    stop: () => {
      counts.stop();
      questions.stop();
      pulses.stop();
      for (const timeout of retries) clearTimeout(timeout);
    },
  };
}

function endSignIns(server: Pick<LiveServer, "to" | "in"> | undefined, ids: SignInId[]): void {
  for (const id of server ? ids : []) {
    server?.to(signInRoom(id)).emit("sign-in:ended", {});
    server?.in(signInRoom(id)).disconnectSockets(true);
  }
}
