import type { Server as HttpServer } from "node:http";
import { Server, type Socket } from "socket.io";
import { insertAttendances } from "@/db/stores/attendances";
import { type CommandName, commands } from "@/protocol/commands";
import type { Ack } from "@/protocol/errors";
import type { ClientToServer, ServerToClient } from "@/protocol/events";
import type { SessionId, SignInId } from "@/protocol/ids";
import { limits } from "@/protocol/limits";
import { addressOf } from "@/server/auth/address";
import { sameOrigin } from "@/server/auth/origin";
import { createThrottle } from "@/server/auth/throttle";
import { createBatch } from "@/server/batch";
import type { Context } from "@/server/context";
import { execute } from "@/server/execute";
import { log } from "@/server/log";
import type { Metrics } from "@/server/metrics";
import type { Redis } from "@/server/redis";
import { refusalOf } from "@/server/refusals";
import type { Allowance } from "@/server/sockets/allowance";
import { createAllowances } from "@/server/sockets/allowances";
import { createBackPressure } from "@/server/sockets/back-pressure";
import { coalesce } from "@/server/sockets/coalesce";
import { saidNow } from "@/server/sockets/earlier-pages";
import { actorOfSocket } from "@/server/sockets/handshake";
import type { PresenceBook } from "@/server/sockets/presence";
import { type LiveServer, phoneRoom, roomOf, type SocketData, say, signInRoom } from "@/server/sockets/rooms";
import { storedKey } from "@/server/stored-key";

type LiveSocket = Socket<ClientToServer, ServerToClient, Record<string, never>, SocketData>;
type LiveContext = Context<SocketData["actor"]>;
type Parts = {
  context: Omit<Context, "actor" | "origin">;
  presence: PresenceBook;
  /** What joins this node with others. */
  adapter?: Redis["adapter"];
  /** A socket has just been told this revision of its session. */
  greeted: (id: SessionId, rev: number) => void;
  refused: Metrics["refused"];
};

const nowhere = { address: "" };
const countEveryMs = 250; // at most four times a second (design 7)
const unansweredMost = 40; // commands of one socket that wait for their acknowledgement

/** What is known of a socket that speaks: one listener for all commands, since a thousand phones need not hold a thousand times the table. */
type Ear = { allowance: Allowance; unanswered: number };
type Heard = { name: string; sent: unknown; acknowledge: unknown };

/** The sockets of this process. */
export type Sockets = {
  io: LiveServer;
  byKind: () => Record<SocketData["actor"]["kind"], number>;
  /** The sign-ins behind the consoles of this node. */
  signInsHere: () => SignInId[];
  close: () => Promise<void>;
};

/** Puts Socket.IO on the server: handshake, rooms, commands, presence. */
export function attachSockets(
  server: HttpServer,
  { context, presence, adapter, greeted, refused }: Parts,
): Sockets {
  // A browser that kept a connection could come back by polling while everything is being closed.
  let stopping = false;
  const { maxPhones, trustProxy } = context.config;
  const allowances = createAllowances({ phones: maxPhones });
  // A whole class comes from one address, all at once and again after a break; nobody comes without end.
  const arrivals = createThrottle({
    now: () => performance.now(),
    burst: 2 * maxPhones + 200,
    everyMs: 60_000 / maxPhones,
  });
  const io: LiveServer = new Server(server, {
    adapter,
    serveClient: false,
    maxHttpBufferSize: limits.commandBytes,
    pingInterval: 10_000,
    pingTimeout: 10_000,
    // Who connects and says nothing holds a place for no longer.
    connectTimeout: 10_000,
    // The development server's own sockets share the port.
    destroyUpgrade: false,
    allowRequest: (request, decide) => {
      const { origin, host } = request.headers;
      const forwardedHost = [request.headers["x-forwarded-host"] ?? []].flat()[0];
      // Browsers send no Origin with the polling GETs of our own pages, and always one with a WebSocket.
      const ours = !origin || sameOrigin({ origin, host, forwardedHost }, context.config.url);
      // As Engine.IO has read it, so that nothing is new to it and known to us.
      const isNew = !(request as { _query?: { sid?: string } })._query?.sid;
      decide(null, ours && !stopping && (!isNew || arrivals.take(addressOf(request, trustProxy))));
    },
  });

  const backPressure = createBackPressure();
  io.engine.on("connection", backPressure.watch);

  const attended = createBatch<{ sessionId: SessionId; key: string }>({
    write: async (rows) => {
      const distinct = new Map(rows.map((row) => [`${row.sessionId} ${row.key}`, row]));
      await insertAttendances(
        context.db,
        [...distinct.values()].sort((a, b) => (a.key < b.key ? -1 : 1)),
      );
      return undefined;
    },
    collectMs: 20,
    most: 1000,
    waiting: 20_000,
    overload: () => new Error("too many phones arrive at once"),
  });

  // Each node counts for itself who is on all of them, and tells its own sockets.
  const counted = coalesce<SessionId>(countEveryMs, (id) => {
    const payload = { phones: presence.phones(id), screens: presence.screens(id) };
    say(io.local, id, "console", "phones:counted", payload);
    say(io.local, id, "screen", "phones:counted", payload);
  });
  presence.onCount(counted.ask);

  io.use((socket, next) => {
    actorOfSocket({ ...context, presence, allowances }, socket.handshake.auth, socket.request).then(
      (actor) => {
        socket.data.actor = actor;
        next();
      },
      (error: unknown) => {
        const code = refusalOf(error) ?? "internal";
        if (code === "internal") log.error("handshake failed", {}, error);
        refused(code);
        next(Object.assign(new Error(code), { data: { code } }));
      },
    );
  });

  io.on("connection", (socket) => {
    const { actor } = socket.data;
    const { sessionId } = actor;
    void socket.join(roomOf(sessionId, actor.kind));
    if (actor.kind === "phone") void socket.join(phoneRoom(actor));
    if (actor.kind === "console") void socket.join(signInRoom(actor.signInId));
    presence.enter(actor);
    const ear: Ear = { allowance: allowances.of(actor), unanswered: 0 };
    socket.onAny((name: string, input: unknown, acknowledge: unknown) => {
      void answer(socket, ear, { name, sent: input, acknowledge });
    });

    if (actor.kind === "phone")
      attended
        .add({
          sessionId,
          key: storedKey(actor.attendance),
        })
        .catch((error: unknown) => log.error("attendance was not noted", {}, error));
    void welcome(socket);

    socket.on("disconnect", () => presence.leave(actor));
  });

  // Made for each command, since kept per socket it would be most of what a phone costs in memory;
  // and on top of the common one, since copying that takes longer than to check a response.
  const contextOf = (socket: LiveSocket): LiveContext =>
    Object.assign(Object.create(context), { actor: socket.data.actor, origin: nowhere });

  const welcome = async (socket: LiveSocket) => {
    const rev = await greet(socket, contextOf(socket));
    if (rev !== undefined) greeted(socket.data.actor.sessionId, rev);
  };

  const answer = async (socket: LiveSocket, ear: Ear, { name, sent, acknowledge }: Heard) => {
    const input = saidNow(name, sent);
    // While the database hangs nothing is answered, and what waits for it must not pile up.
    const code = ear.unanswered >= unansweredMost ? "overloaded" : ear.allowance.refusalOf(name, input);
    ear.unanswered += 1;
    const ack: Ack<unknown> = code
      ? { ok: false, error: { code, message: code } }
      : await run(contextOf(socket), name, input);
    // A stale command is refused with the state that it missed, which arrives before the refusal.
    if (!ack.ok && ack.error.code === "stale") await welcome(socket);
    ear.unanswered -= 1;
    if (!ack.ok) refused(ack.error.code);
    if (typeof acknowledge === "function") (acknowledge as (ack: Ack<unknown>) => void)(ack);
  };

  presence.onFacilitator((id, here) => {
    say(io.local, id, "phone", "facilitator:changed", { here });
    say(io.local, id, "screen", "facilitator:changed", { here });
  });

  const actors = () => [...io.of("/").sockets.values()].map((socket) => socket.data.actor);

  return {
    io,
    byKind: () => {
      const counts = { phone: 0, screen: 0, console: 0 };
      for (const { kind } of actors()) counts[kind] += 1;
      return counts;
    },
    signInsHere: () => actors().flatMap((actor) => (actor.kind === "console" ? [actor.signInId] : [])),
    close: async () => {
      stopping = true;
      io.local.emit("server:stopping", {});
      counted.stop();
      backPressure.stop();
      presence.stop();
      await attended.drain();
      // Only the sockets of this node: the HTTP server is its owner's to close.
      io.local.disconnectSockets(true);
      io.engine.close();
    },
  };
}

/** Whoever comes, or comes back, gets the whole view at once. Answers its revision. */
async function greet(socket: LiveSocket, ctx: LiveContext): Promise<number | undefined> {
  const ack = await execute(ctx, "session:view", {});
  if (!ack.ok) {
    socket.disconnect(true);
    return undefined;
  }
  socket.emit("session:changed", ack.data);
  const { sessionId } = ctx.actor;
  // How many questions there are, and the pulse, come between views too.
  ctx.publish.questionsChanged(sessionId);
  if (ctx.actor.kind === "console") ctx.publish.pulseChanged(sessionId);
  // A screen's view carries no counts: they are pushed between views, so one that came late is told.
  const { data } = ack;
  if (data.audience === "screen" && data.prompt) ctx.publish.responsesChanged(sessionId, data.prompt.id);
  return data.rev;
}

async function run(ctx: Context, name: string, input: unknown): Promise<Ack<unknown>> {
  if (Object.hasOwn(commands, name)) return execute(ctx, name as CommandName, input);
  return { ok: false, error: { code: "invalid", message: "no such command" } };
}
