import type { Database } from "@/db/client";
import { countResponses } from "@/db/stores/responses";
import type { EventPayload } from "@/protocol/events";
import type { PromptId, SessionId, SignInId } from "@/protocol/ids";
import type { Question } from "@/protocol/questions";
import type { Publish } from "@/server/context";
import { log } from "@/server/log";
import type { SessionViews } from "@/server/session-views";
import { coalesce } from "@/server/sockets/coalesce";
import { type LiveServer, say, sayToPhones, signInRoom } from "@/server/sockets/rooms";

type Parts = {
  db: Database;
  views: SessionViews;
  /** Absent while no sockets are attached. */
  io: () => LiveServer | undefined;
  /** After every change: the deadline of the session's timer, or null. */
  timerChanged: (id: SessionId, endsAt: number | null) => void;
  /** New responses are there; a session that releases live may have enough. */
  afterResponses: (id: SessionId, promptId: PromptId) => Promise<void>;
  /** The questions as an audience may read them, and the pulse as the console may. */
  questions: (id: SessionId, audience: "phone" | "screen" | "console") => Promise<Question[]>;
  pulse: (id: SessionId) => Promise<EventPayload<"pulse:changed">>;
};

const patience = 5; // tries of telling a change, while the database is away
const retryAfterMs = 1000;
const tallyEveryMs = 250; // at most four times a second (design 7)
const questionsEveryMs = 1000;
const pulseEveryMs = 5000; // slow enough that a change is nobody's in particular

/** Tells the audiences of a session what changed: whole views, and counts between them. */
export function createPublish(parts: Parts): Publish & { stop: () => void } {
  const { db, views, io, timerChanged, afterResponses } = parts;

  const retries = new Set<NodeJS.Timeout>();
  const turns = new Map<SessionId, Promise<void>>();
  const counts = coalesce<string>(tallyEveryMs, (prompt) => {
    const [id, promptId] = prompt.split(" ") as [SessionId, PromptId];
    void tellCount(id, promptId).catch((error: unknown) => log.error("count was not told", {}, error));
  });

  const questions = coalesce<SessionId>(questionsEveryMs, (id) => {
    void tellQuestions(id).catch((error: unknown) => log.error("questions were not told", {}, error));
  });
  const pulses = coalesce<SessionId>(pulseEveryMs, (id) => {
    void tellPulse(id).catch((error: unknown) => log.error("pulse was not told", {}, error));
  });

  const tell = async (id: SessionId, tries: number): Promise<void> => {
    try {
      await tellViews(id);
    } catch (error) {
      log.error("change was not told", { triesLeft: tries }, error);
      if (tries === 0) return;
      const timeout = setTimeout(() => {
        retries.delete(timeout);
        void tell(id, tries - 1);
      }, retryAfterMs);
      retries.add(timeout);
    }
  };

  // One after the other: of two at once, the one that read the older state could arm its deadline last.
  const inTurn = (id: SessionId): Promise<void> => {
    const turn = (turns.get(id) ?? Promise.resolve()).then(() => tell(id, patience));
    turns.set(id, turn);
    return turn.finally(() => {
      if (turns.get(id) === turn) turns.delete(id);
    });
  };

  const tellViews = async (id: SessionId) => {
    const consoleView = await views.console(id);
    timerChanged(id, consoleView.timer?.endsAt ?? null);
    const server = io();
    if (!server) return;
    for (const language of consoleView.languages)
      sayToPhones(server, id, language, await views.phone(id, language));
    say(server, id, "screen", "session:changed", await views.screen(id));
    say(server, id, "console", "session:changed", consoleView);
  };

  const tellCount = async (id: SessionId, promptId: PromptId) => {
    await afterResponses(id, promptId);
    const server = io();
    if (!server) return;
    const responses = await countResponses(db, id, promptId);
    say(server, id, "console", "responses:counted", { promptId, responses });
    say(server, id, "screen", "responses:counted", { promptId, responses });
  };

  const tellQuestions = async (id: SessionId) => {
    const server = io();
    if (!server) return;
    const seen = (await parts.questions(id, "phone")).length;
    say(server, id, "phone", "questions:changed", { questions: seen });
    say(server, id, "screen", "questions:changed", { questions: seen });
    const all = (await parts.questions(id, "console")).length;
    say(server, id, "console", "questions:changed", { questions: all });
  };

  const tellPulse = async (id: SessionId) => {
    const server = io();
    if (server) say(server, id, "console", "pulse:changed", await parts.pulse(id));
  };

  return {
    // The change is committed: whatever fails here must not make its command look refused.
    sessionChanged: inTurn,
    responsesChanged: (id, promptId) => counts.ask(`${id} ${promptId}`),
    questionsChanged: (id) => questions.ask(id),
    pulseChanged: (id) => pulses.ask(id),
    signInsEnded: (ids: SignInId[]) => {
      const server = io();
      if (!server) return;
      for (const id of ids) {
        server.to(signInRoom(id)).emit("sign-in:ended", {});
        server.in(signInRoom(id)).disconnectSockets(true);
      }
    },
    stop: () => {
      counts.stop();
      questions.stop();
      pulses.stop();
      for (const timeout of retries) clearTimeout(timeout);
    },
  };
}
