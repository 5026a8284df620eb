import type { Server } from "node:http";
import type { Database } from "@/db/client";
import { countOwners } from "@/db/ownership";
import { facilitatorName, liveSignIns } from "@/db/stores/facilitators";
import { participantTables } from "@/db/stores/own";
import { pictureByName } from "@/db/stores/pictures";
import { runningTimers, standsOf } from "@/db/stores/sessions";
import { picture } from "@/protocol/kinds/base";
import { localAddress, phoneAddress } from "@/server/addresses";
import type { App } from "@/server/app";
import { actorOf } from "@/server/auth/actor";
import { sameOrigin } from "@/server/auth/origin";
import { ensureSetupLink, setupOpen } from "@/server/auth/setup";
import { createSignInTries } from "@/server/auth/sign-in-tries";
import { storeBuiltInClasses } from "@/server/built-in-classes";
import { sessionsToForget, sessionsToSeal } from "@/server/commands/retention";
import { releaseNew, sessionsToExpire } from "@/server/commands/sessions";
import type { Context } from "@/server/context";
import { type Config, isHttps } from "@/server/env";
import { execute } from "@/server/execute";
import { createGate } from "@/server/gate";
import { log } from "@/server/log";
import { createMetrics, type Metrics } from "@/server/metrics";
import type { Queries } from "@/server/queries";
import { createJoining } from "@/server/queries/joining";
import { classCards, classPageOf, teamPage } from "@/server/queries/library";
import { listQuestions, roomPulse } from "@/server/queries/questions";
import { consoleOf, screenOf, sessionCards } from "@/server/queries/sessions";
import { sharedSummaryOf, summaryOf } from "@/server/queries/summaries";
import type { Redis } from "@/server/redis";
import { createResponseWriter } from "@/server/response-writer";
import { createRoughWords } from "@/server/rough-words";
import type { Secrets } from "@/server/secrets";
import { createSessionViews } from "@/server/session-views";
import { attachSockets, type Sockets } from "@/server/sockets/attach";
import { createCatchUp } from "@/server/sockets/catch-up";
import { createNeighbours, phoneNames } from "@/server/sockets/neighbours";
import { createPresence } from "@/server/sockets/presence";
import { createPublish } from "@/server/sockets/publish";
import { createTimers } from "@/server/timers";

type Parts = {
  db: Database;
  config: Config;
  secrets: Secrets;
  /** The port that was really bound. */
  port: number;
  /** The line to other nodes; without it this one is alone. */
  redis?: Redis;
  /** The clock, in ms; tests bring their own. */
  now?: () => number;
};

export type RunningApp = App & {
  /** Puts the sockets on the HTTP server. */
  attach: (server: Server) => void;
  /** Tells the sockets, finishes what is being committed, stops the timers. */
  close: () => Promise<void>;
  /** The path of the first-run link, while there is no facilitator. */
  firstRunLink: () => Promise<string | undefined>;
  metrics: Metrics;
};

const sweepEveryMs = 60_000;
const strangersAtOnce = 200; // a whole room that looks at what is kept of it
const consoleGraceMs = 4000; // how long a console may be gone before the room hears of it

/** Puts the application together; nothing of it lives outside what this returns. */
export async function createApp(parts: Parts): Promise<RunningApp> {
  const { db, config, secrets, port, redis, now = Date.now } = parts;
  const nameOf = redis && phoneNames(secrets);
  const presence = createPresence({ graceMs: consoleGraceMs, nameOf });
  const neighbours = redis && createNeighbours({ redis, presence });
  const metrics = createMetrics(() => ({
    sockets: sockets?.byKind() ?? { phone: 0, screen: 0, console: 0 },
    sessions: presence.sessionsHere().length,
    nodes: 1 + (neighbours?.count() ?? 0),
    joined: neighbours !== undefined && !neighbours.deaf(),
  }));
  const joinUrl = () => `${phoneAddress(config, port) ?? localAddress(config, port)}/`;
  const isRough = createRoughWords();
  const views = createSessionViews({ db, secrets, presence, now, joinUrl, isRough });
  let sockets: Sockets | undefined;

  const system = (): Context => ({ ...context, actor: { kind: "system" }, origin: { address: "" } });
  const timers = createTimers(now, async (sessionId, endsAt) => {
    const ack = await execute(system(), "timer:expire", { sessionId, endsAt });
    return ack.ok || (ack.error.code !== "internal" && ack.error.code !== "unavailable");
  });
  const publish = createPublish({
    db,
    views,
    alone: redis === undefined,
    io: () => sockets?.io,
    told: (id, rev, where) => {
      catchUp.told(id, rev);
      if (where === "everywhere") neighbours?.told(id, rev);
    },
    timerChanged: timers.arm,
    afterResponses: (id, promptId) => releaseNew(system(), id, promptId),
    questions: (id, audience) => listQuestions({ db, isRough }, id, audience),
    pulse: (id) => roomPulse(db, id, now()),
  });
  const context: Omit<Context, "actor" | "origin"> = {
    db,
    now,
    config,
    secrets,
    publish,
    presence,
    views,
    writer: createResponseWriter({
      db,
      now,
      committed: publish.responsesChanged,
      written: metrics.committed,
    }),
    tries: createSignInTries(now),
    isRough,
    gate: createGate(strangersAtOnce),
    participantTables: kept(() => participantTables(db)),
    joinUrl,
  };

  const catchUp = createCatchUp({
    sessionsHere: presence.sessionsHere,
    stands: (ids) => standsOf(db, ids),
    deaf: () => neighbours?.deaf() ?? false,
    arm: timers.arm,
    tellViews: publish.here.views,
    tellCounts: publish.here.counts,
    endSignIns: async () => {
      const here = sockets?.signInsHere() ?? [];
      const live = new Set(here.length > 0 ? await liveSignIns(db, here, new Date(now())) : []);
      publish.here.signInsEnded(here.filter((id) => !live.has(id)));
    },
  });
  neighbours?.onTold(catchUp.told);
  neighbours?.onMissed(catchUp.missed);

  await storeBuiltInClasses(db);

  // On every node at once this is done once: each step looks again under the session's lock.
  const tidy = async () => {
    await armAll();
    if (neighbours && !neighbours.deaf() && (await countOwners(db)) > 1 + neighbours.count())
      log.warn("a node that uses this database is not heard: have all of them the same REDIS_URL?");
    for (const sessionId of await sessionsToExpire(context))
      await execute(system(), "session:expire", { sessionId });
    for (const sessionId of await sessionsToSeal(context))
      await execute(system(), "session:seal", { sessionId });
    for (const sessionId of await sessionsToForget(context))
      await execute(system(), "text:delete", { sessionId });
    await execute(system(), "pulse:fade", {});
  };
  // Deadlines of sessions without a socket here too: the node where they were set may be gone.
  const armAll = async () => {
    for (const { id, endsAt } of await runningTimers(db)) timers.arm(id, endsAt);
  };
  await armAll();
  const sweep = setInterval(() => {
    tidy().catch((error: unknown) => log.error("forgotten sessions and old texts wait", {}, error));
  }, sweepEveryMs);

  return {
    execute: async (actor, name, input, origin) => {
      const ack = await execute({ ...context, actor, origin }, name, input);
      if (!ack.ok) metrics.refused(ack.error.code);
      return ack;
    },
    queries: createQueries(context),
    actorOf: (cookieHeader) => actorOf(db, secrets, cookieHeader, now(), isHttps(config)),
    sameOrigin: (headers) => sameOrigin(headers, config.url),
    authSecret: secrets.auth,
    secure: isHttps(config),
    attach: (server) => {
      const { greeted } = catchUp;
      const { refused } = metrics;
      sockets = attachSockets(server, { context, presence, adapter: redis?.adapter, greeted, refused });
    },
    close: async () => {
      clearInterval(sweep);
      await catchUp.stop();
      await sockets?.close();
      await context.writer.drain();
      publish.stop();
      timers.stop();
      neighbours?.stop();
    },
    metrics,
    firstRunLink: async () => {
      const token = await ensureSetupLink(db, now());
      return token && `/setup?${new URLSearchParams({ token })}`;
    },
  };
}

function createQueries(context: Omit<Context, "actor" | "origin">): Queries {
  return {
    join: createJoining(context),
    classes: (actor, language) => classCards(context, actor, language),
    classPage: (actor, id, language) => classPageOf(context, actor, id, language),
    team: (actor) => teamPage(context, actor),
    // What no class can name is not looked up: it may hold what PostgreSQL refuses.
    picture: async (name) =>
      picture.shape.src.safeParse(`/pictures/${name}`).success ? pictureByName(context.db, name) : undefined,
    sessions: (actor) => sessionCards(context, actor),
    console: (actor, id) => consoleOf(context, actor, id),
    screen: (id, key) => screenOf(context, id, key),
    summary: (actor, id) => summaryOf(context, actor, id),
    shared: (token, language) => sharedSummaryOf(context, token, language),
    facilitatorName: async (actor) =>
      actor.kind === "facilitator" ? facilitatorName(context.db, actor.facilitatorId) : undefined,
    setupOpen: (token) => setupOpen(context.db, token),
  };
}

/** Asked once; what failed is asked again. */
function kept<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined;
  return () => {
    asked ??= ask().catch((error: unknown) => {
      asked = undefined;
      throw error;
    });
    return asked;
  };
}
