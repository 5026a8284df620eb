import { io, type Socket } from "socket.io-client";
import type { CommandInput, CommandName, CommandOutput } from "@/protocol/commands";
import type { Ack, ErrorCode } from "@/protocol/errors";
import type { ClientToServer, EventName, EventPayload, ServerToClient } from "@/protocol/events";
import type { View } from "@/protocol/views";

const patienceMs = 10_000;

/** One end of a real socket, with everything that it has heard. */
export type Client<V extends View = View> = {
  socket: Socket<ServerToClient, ClientToServer>;
  /** Every view in the order in which it came. */
  views: V[];
  /** The view with the highest revision. */
  view: () => V;
  /** The names of all events so far, in order. */
  heard: () => EventName[];
  payloads: <N extends EventName>(name: N) => EventPayload<N>[];
  send: <N extends CommandName>(name: N, input: CommandInput<N>) => Promise<Ack<CommandOutput<N>>>;
  /** Waits for a view; says what it saw last when none comes. */
  until: (wanted: (view: V) => boolean) => Promise<V>;
  /** Waits for an event, also one that has come before. */
  hears: <N extends EventName>(
    name: N,
    wanted?: (payload: EventPayload<N>) => boolean,
  ) => Promise<EventPayload<N>>;
  close: () => void;
};

/** Comes in, and is there once the first view has arrived; throws the code of a refusal. */
export async function connect<V extends View>(
  site: string,
  auth: Record<string, unknown>,
  headers: Record<string, string>,
  transport: "websocket" | "polling" = "websocket",
): Promise<Client<V>> {
  const socket: Client["socket"] = io(site, {
    auth,
    extraHeaders: headers,
    transports: [transport],
    forceNew: true,
    reconnection: false,
  });
  const events: { name: EventName; payload: unknown }[] = [];
  const views: V[] = [];
  const watchers = new Set<() => void>();
  socket.onAny((name: EventName, payload: unknown) => {
    events.push({ name, payload });
    if (name === "session:changed") views.push(payload as V);
    for (const look of watchers) look();
  });

  const seen = <T>(find: () => T | undefined, complaint: () => string) =>
    new Promise<T>((resolve, reject) => {
      const look = () => {
        const found = find();
        if (found === undefined) return;
        watchers.delete(look);
        clearTimeout(limit);
        resolve(found);
      };
      const limit = setTimeout(() => {
        watchers.delete(look);
        reject(new Error(complaint()));
      }, patienceMs);
      watchers.add(look);
      look();
    });
  const heard = () => events.map(({ name }) => name);
  const payloads = <N extends EventName>(name: N) =>
    events.filter((event) => event.name === name).map(({ payload }) => payload as EventPayload<N>);
  const newest = () => views.reduce((a, b) => (b.rev >= a.rev ? b : a));

  const refused = new Promise<never>((_, reject) => {
    socket.once("connect_error", (error) => {
      socket.close();
      reject(Object.assign(new Error(codeOf(error)), { code: codeOf(error) }));
    });
  });
  refused.catch(() => undefined);
  const client: Client<V> = {
    socket,
    views,
    view: newest,
    heard,
    payloads,
    send: async (name, input) => {
      // Socket.IO's own types cannot follow a generic name; the table pairs it with its input and output.
      const emit = socket.timeout(patienceMs).emitWithAck as (
        name: string,
        input: unknown,
      ) => Promise<unknown>;
      return (await emit.call(socket.timeout(patienceMs), name, input)) as never;
    },
    until: (wanted) =>
      seen(
        () => (views.length > 0 && wanted(newest()) ? newest() : undefined),
        () => `The view did not come; the last one: ${JSON.stringify(views.at(-1))?.slice(0, 2000)}`,
      ),
    hears: (name, wanted = () => true) =>
      seen(
        () => payloads(name).find(wanted),
        () => `No such ${name}; heard: ${heard().join(", ")}`,
      ),
    close: () => socket.close(),
  };
  await Promise.race([client.until(() => true), refused]);
  return client;
}

/** The code that the server gave for refusing a handshake; a foreign origin gets none. */
function codeOf(error: Error & { data?: { code?: string } }): string {
  return error.data?.code ?? "no_handshake";
}

/** A console's step against the newest view; throws the code when it is refused. */
export async function step<N extends StepName>(
  console: Client<Extract<View, { audience: "console" }>>,
  name: N,
  input: Omit<CommandInput<N>, "rev">,
): Promise<Extract<View, { audience: "console" }>> {
  const ack = await console.send(name, { ...input, rev: console.view().rev } as unknown as CommandInput<N>);
  if (!ack.ok) throw new Error(`${name} was refused: ${ack.error.code} ${ack.error.message}`);
  return ack.data as Extract<View, { audience: "console" }>;
}

/** The commands that move a session and answer with the console's view. */
export type StepName = {
  [N in CommandName]: CommandOutput<N> extends { audience: "console" } ? N : never;
}[CommandName];

/** The code of a refusal, or `ok`. */
export async function outcome(ack: Promise<Ack<unknown>>): Promise<ErrorCode | "ok"> {
  const answer = await ack;
  return answer.ok ? "ok" : answer.error.code;
}
