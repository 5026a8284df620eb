import { createHash } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { createClient } from "@redis/client";
import { createAdapter } from "@socket.io/redis-adapter";
import { codeOf, StartupError } from "@/db/startup-error";
import { log } from "@/server/log";
import type { Secrets } from "@/server/secrets";

/** The line between the nodes. It carries messages and keeps nothing: what is said while it is down is lost. */
export type Redis = {
  /** Lets what is said to a room reach the sockets of every node. */
  adapter: ReturnType<typeof createAdapter>;
  /** Says something to every node, this one included; lost when the line is down. */
  say: (message: string) => void;
  hear: (listener: (message: string) => void) => void;
  close: () => Promise<void>;
};

/** A start waits so long for Redis, then goes on without it. */
const patienceMs = 2000;
const retryAtMostMs = 1000;
/** What may wait for a Redis that takes nothing; beyond it messages are lost. */
const waitingAtMost = 2000;

/**
 * Opens the line. A Redis that is away is waited for while the class goes on; one that refuses us
 * will go on refusing, so the start is refused.
 */
export async function openRedis(url: string, secrets: Secrets): Promise<Redis> {
  const options = {
    url,
    // With the older protocol this client never hears what it subscribed to before its first connection.
    RESP: 3 as const,
    maintNotifications: "disabled" as const,
    socket: { connectTimeout: 2000, reconnectStrategy: pause },
    pingInterval: 5000,
  };
  // Nothing waits for a Redis that is away: what is said then is of no use later.
  const out = client({ ...options, disableOfflineQueue: true, commandsQueueMaxLength: waitingAtMost });
  const ears = client(options);
  const where = new URL(url).host;
  const refused = watch(out, where);
  ears.on("error", () => undefined);

  const connected = Promise.all([out.connect(), ears.connect()]);
  // One that wants a password and was given none says so only when it is asked something.
  const asked = connected.then(() => out.ping()).then(ignore, (error: unknown) => refusalOf(error, where));
  const refusal = await Promise.race([asked, refused, wait(patienceMs)]);
  if (refusal) {
    out.destroy();
    ears.destroy();
    throw refusal;
  }

  const key = `attune:${createHash("sha256").update(secrets.sign).update("nodes").digest("hex").slice(0, 16)}`;
  const channel = `${key}:nodes`;
  const publish = async (to: string, message: string | Buffer) => {
    if (!out.isReady) return;
    await out.publish(to, message).catch(ignore);
  };
  // The adapter leaves its promises alone, so what it is given never rejects.
  const speaker = { on: out.on.bind(out), publish, pSubscribe: ignore };
  const listener = {
    on: ears.on.bind(ears),
    // The adapter wants buffers. What it cannot read must not reach the client, which would drop what came along with it.
    pSubscribe: (pattern: string, hear: Hear, _buffers: true) =>
      ears.pSubscribe(pattern, careful(hear), true).catch(ignore),
    subscribe: (channels: string[], hear: Hear, _buffers: true) =>
      ears.subscribe(channels, careful(hear), true).catch(ignore),
    pUnsubscribe: (...args: Parameters<typeof ears.pUnsubscribe>) => ears.pUnsubscribe(...args).catch(ignore),
    unsubscribe: (...args: Parameters<typeof ears.unsubscribe>) => ears.unsubscribe(...args).catch(ignore),
  };

  return {
    adapter: createAdapter(speaker, listener, { key: `${key}:sockets` }),
    say: (message) => void publish(channel, message),
    hear: (listen) => void ears.subscribe(channel, listen).catch(ignore),
    close: async () => {
      // What was said last, to consoles that are signed out for one, still goes.
      if (out.isReady) await Promise.race([out.close(), wait(500)]);
      out.destroy();
      ears.destroy();
    },
  };
}

const client = (options: Parameters<typeof createClient>[0]) => createClient(options);

/** A little longer each time, and not all nodes at once. */
function pause(tries: number): number {
  return Math.min(50 * 2 ** Math.min(tries, 10), retryAtMostMs) * (0.5 + Math.random() / 2);
}

/** Says once that Redis went and once that it is back; resolves when it refuses us. */
function watch(out: ReturnType<typeof client>, where: string): Promise<StartupError> {
  let away = false;
  out.on("ready", () => {
    if (away) log.warn("Redis is back", { redis: where });
    away = false;
  });
  return new Promise((resolve) => {
    out.on("error", (error: unknown) => {
      if (out.isReady || away) return;
      away = true;
      const refusal = refusalOf(error, where);
      if (refusal) resolve(refusal);
      else
        log.warn("Redis is away: this node goes on alone and keeps trying", {
          redis: where,
          code: codeOf(error),
        });
    });
  });
}

/** An error that trying again does not mend, as a sentence without the password. */
function refusalOf(error: unknown, where: string): StartupError | undefined {
  if (!(error instanceof Error) || !/^(WRONGPASS|NOAUTH|NOPERM|ERR .*AUTH)/.test(error.message)) return;
  return new StartupError(
    `Redis at ${where} refuses this node: check the user and the password in REDIS_URL, and that they may publish and subscribe.`,
  );
}

type Hear = (message: Buffer, channel: Buffer) => unknown;

/** Whoever reaches Redis can say anything on our channels. */
function careful(hear: Hear): (message: Buffer, channel: Buffer) => void {
  return (message, channel) => {
    // An error that is thrown at once becomes a rejection too.
    new Promise((resolve) => resolve(hear(message, channel))).catch((error: unknown) =>
      log.warn("a message of another node cannot be read", { code: codeOf(error) }),
    );
  };
}

function ignore(): void {}
