import { setTimeout as wait } from "node:timers/promises";
import { type Connection, connect, isLateWrite } from "@/db/connect";
import { type EmbeddedServer, startEmbedded } from "@/db/embedded/server";
import { migrate } from "@/db/migrate";
import { type Claim, type Ownership, takeOwnership } from "@/db/ownership";
import { StartupError } from "@/db/startup-error";
import { setApp } from "@/server/app";
import { banner } from "@/server/banner";
import { createApp } from "@/server/create-app";
import { type Config, parseConfig } from "@/server/env";
import { type FrontDoor, openFrontDoor } from "@/server/front-door";
import { log } from "@/server/log";
import type { Pages, PagesSource } from "@/server/pages";
import type { Redis } from "@/server/redis";
import { openSecrets } from "@/server/secrets";
import { onStopSignal } from "@/server/stop-signals";

/** How long a stop waits for a start that is under way. */
const startMs = 15_000;

/** What runs so far, in the order in which it was started. */
type Running = {
  door?: FrontDoor;
  embedded?: EmbeddedServer;
  ownership?: Ownership;
  connection?: Connection;
  redis?: Redis;
  app?: Awaited<ReturnType<typeof createApp>>;
  pages?: Pages;
};

/** The whole life of the process: start, run, stop. */
export async function runAttune(source: PagesSource): Promise<void> {
  const running: Running = {};
  const stopping = new AbortController();
  const started = start(running, source, stopping);

  const stop = async (code: number) => {
    if (stopping.signal.aborted) return;
    stopping.abort();
    await Promise.race([started.catch(() => undefined), wait(startMs)]);
    await end(running);
    process.exit(code);
  };
  onStopSignal({
    gently: () => void stop(0),
    now: () => {
      running.embedded?.abort();
      process.exit(1);
    },
  });
  // Whoever read our words may be gone, which is no reason to stop, nor to write about it.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
  process.on("unhandledRejection", (error) => log.error("promise left alone", {}, error));
  process.on("uncaughtException", (error) => {
    if (isLateWrite(error)) {
      log.warn("a database connection was lost within a transaction");
      running.connection?.renew();
      return;
    }
    log.error("unexpected error, stopping", {}, error);
    void stop(1);
  });

  try {
    await started;
  } catch (error) {
    if (stopping.signal.aborted) return; // it is on its way out
    tell(error);
    await stop(1);
  }
}

/** Building alone is for images that are started elsewhere. */
export async function buildPages(source: PagesSource): Promise<void> {
  try {
    await source.prepare(say, new AbortController().signal);
  } catch (error) {
    tell(error);
    process.exitCode = 1;
  }
}

async function start(running: Running, source: PagesSource, stopping: AbortController) {
  const unlessStopping = () => stopping.signal.throwIfAborted();

  const config = parseConfig(process.env);
  running.door = await openFrontDoor(config);
  await source.prepare(say, stopping.signal);
  unlessStopping();

  const url = await openDatabase(config, running);
  unlessStopping();
  await migrate(url);
  const { db, alive, durable } = running.connection as Connection;
  // The operator's choice, but not one to be found out after a power cut.
  if (!durable)
    log.warn(
      "the database acknowledges before its disk has the data (fsync or synchronous_commit is off): a power cut loses answers that phones show as sent",
    );
  const secrets = await openSecrets(config, db);
  unlessStopping();

  if (config.redisUrl) {
    // Who runs alone need not wait for what joins nodes.
    const { openRedis } = await import("@/server/redis");
    running.redis = await openRedis(config.redisUrl, secrets);
  }
  unlessStopping();

  running.app = await createApp({ db, config, secrets, port: running.door.port, redis: running.redis });
  setApp(running.app);
  const { server, port } = running.door;
  running.pages = await source.open({ server, config, port });
  running.app.attach(server);
  running.door.open(running.pages, alive, running.app.metrics);
  say(banner(config, port, await running.app.firstRunLink()));
}

/** The server that was named, or our own, for this process alone. */
async function openDatabase(config: Config, running: Running): Promise<string> {
  if (!config.databaseUrl)
    running.embedded = await startEmbedded(config.data, (sentence) => log.error(sentence));
  const url = config.databaseUrl ?? running.embedded?.url ?? "";
  const claim = config.redisUrl ? "shared" : "alone";
  running.connection = await connect(url);
  running.ownership = await takeOwnership(url, {
    claim,
    patienceMs: 2000,
    onLost: () => {
      log.error("another Attune took the database over, stopping");
      process.kill(process.pid, "SIGTERM");
    },
  });
  if (!running.ownership) throw new StartupError(takenAlready[claim]);
  return url;
}

const takenAlready: Record<Claim, string> = {
  alone:
    "The database is in use by another Attune: stop that one first, or use another database (DATABASE_URL or ATTUNE_DATA). Several together need the same REDIS_URL, each of them.",
  shared:
    "The database is in use by an Attune without REDIS_URL, which cannot share it: stop that one first, then start it with the same REDIS_URL as this one.",
};

/** Visitors first, PostgreSQL last; one step that fails does not keep the others from being taken. */
async function end({ door, app, pages, redis, connection, ownership, embedded }: Running) {
  const steps = [
    () => door?.stopAccepting(),
    () => app?.close(),
    () => door?.hangUp(),
    () => pages?.close(),
    () => redis?.close(),
    () => connection?.close(),
    () => ownership?.release(),
  ];
  for (const step of steps) {
    try {
      await Promise.race([step(), impatience()]);
    } catch (error) {
      log.error("stopping was not clean", {}, error);
    }
  }
  await embedded?.stop();
}

/** A supervisor kills after ten seconds or more; PostgreSQL's own stop has limits of its own. */
async function impatience() {
  await wait(8000, undefined, { ref: false });
  throw new Error("a step of stopping took too long");
}

function say(sentence: string) {
  process.stdout.write(`${sentence}\n`);
}

function tell(error: unknown) {
  if (error instanceof StartupError) process.stderr.write(`${error.message}\n`);
  else {
    log.error("start failed", {}, error);
    process.stderr.write(
      "Attune could not start because of an unexpected error; the line above says where.\n",
    );
  }
}
