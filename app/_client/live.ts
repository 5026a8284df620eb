import { io, type Socket } from "socket.io-client";
import { followClock } from "@/app/_client/clock";
import { awayLink, stateBefore } from "@/app/_client/live-state";
import { isPassing } from "@/app/_client/passing";
import { followPatches } from "@/app/_client/patches";
import type { CommandInput, CommandName, CommandOutput } from "@/protocol/commands";
import type { Ack, ErrorCode } from "@/protocol/errors";
import type { ClientToServer, EventPayload, Handshake, ServerToClient } from "@/protocol/events";
import type { View } from "@/protocol/views";

/**
 * How this page stands to the server.
 * - `connecting`: the first connection is being made
 * - `online`: what is shown is what the room sees
 * - `offline`: this device has no network
 * - `unreachable`: there is a network, the server does not answer
 * - `stopping`: the server said that it stops and comes back
 * - `refused`: the server answered and will not have us; see `refusal`
 */
export type Link = "connecting" | "online" | "offline" | "unreachable" | "stopping" | "refused";

export type LiveState<V extends View> = {
  view: V;
  link: Link;
  refusal: ErrorCode | null;
  /** Server clock minus this device's clock (see clock.ts), in ms. */
  skew: number;
  facilitatorHere: boolean;
  phones: number;
  screens: number;
  /** Newest count of a prompt, pushed between views. */
  counted: EventPayload<"responses:counted"> | null;
  /** How many questions this page can list; null until it is told. */
  questions: number | null;
  /** Grows whenever the list of questions may have become another: then it is to be asked for anew. */
  questionsChanged: number;
  /** The room's pulse, for the console. */
  pulse: EventPayload<"pulse:changed"> | null;
  signInEnded: boolean;
};

/** What a command came to; `unreachable` means that nobody knows whether it arrived. */
export type Reply<T> = { ok: true; data: T } | { ok: false; code: ErrorCode | "unreachable" };

export type Live<V extends View> = {
  subscribe: (listener: () => void) => () => void;
  state: () => LiveState<V>;
  send: <N extends CommandName>(name: N, input: CommandInput<N>) => Promise<Reply<CommandOutput<N>>>;
  /** Takes a view that came another way (as a command's answer); the newest wins. */
  take: (view: V) => void;
  /** Calls back at every (re)connection. */
  onOnline: (listener: () => void) => void;
  close: () => void;
};

const ackWithin = 8000;
/** How long a device that calls itself offline may take to show that it reaches us all the same. */
const proofWithin = 1500;
/** An answer that was longer on its way tells nothing of the clock. */
const clockWithin = 3000;

/** Keeps one page in step with its session (design 7). Knows nothing of what the page shows. */
export function openLive<V extends View>(handshake: Handshake, initial: V): Live<V> {
  const socket: Socket<ServerToClient, ClientToServer> = io({
    auth: handshake,
    transports: ["websocket", "polling"],
    tryAllTransports: true,
    reconnectionDelay: 400,
    reconnectionDelayMax: 4000,
    timeout: ackWithin,
  });
  const listeners = new Set<() => void>();
  const onlineListeners = new Set<() => void>();
  let comingBack: ReturnType<typeof setTimeout> | undefined;
  let state = stateBefore(initial);

  const change = (part: Partial<LiveState<V>>) => {
    state = { ...state, ...part };
    for (const listener of listeners) listener();
  };

  const show = (view: V) => {
    clock.hear(view.at);
    clock.timed(view.timer !== null);
    change({
      view,
      ...("facilitatorHere" in view && { facilitatorHere: view.facilitatorHere }),
    });
  };
  const take = (view: V) => {
    // Equal revisions may differ in presence; only an older one is dropped (R20).
    if (view.rev < state.view.rev) return;
    patches.hearWhole();
    show(view);
  };

  // Spread out, so that a room does not come back in one beat.
  const soon = () => {
    clearTimeout(comingBack);
    comingBack = setTimeout(() => socket.connect(), 500 + Math.random() * 1500);
  };

  const away = () => change({ link: awayLink() });

  const online = () => {
    // Whatever was said meanwhile was not heard, also of the questions.
    change({ link: "online", refusal: null, questionsChanged: state.questionsChanged + 1 });
    void clock.wake();
    for (const listener of onlineListeners) listener();
  };

  socket.on("connect", () => {
    patches.begin();
    online();
  });
  socket.on("disconnect", (reason) => {
    patches.stop();
    if (state.link !== "stopping" && state.link !== "refused") away();
    // The server closed us on purpose; Socket.IO would stay away, we come back.
    if (reason === "io server disconnect" && !state.signInEnded) soon();
  });
  socket.on("connect_error", (error) => {
    const code = (error as { data?: { code?: ErrorCode } }).data?.code;
    if (code && isPassing(code)) {
      if (state.link !== "stopping") away();
      soon();
    } else if (code) change({ link: "refused", refusal: code });
    else if (state.link !== "stopping") away();
  });
  socket.on("session:changed", (view) => take(view as V));
  socket.on("session:patched", (patch) => patches.hear(patch));
  socket.on("phones:counted", (payload) => change(payload));
  socket.on("responses:counted", (counted) => change({ counted }));
  socket.on("questions:changed", ({ questions }) =>
    change({ questions, questionsChanged: state.questionsChanged + 1 }),
  );
  socket.on("pulse:changed", (pulse) => change({ pulse }));
  socket.on("facilitator:changed", ({ here }) => change({ facilitatorHere: here }));
  socket.on("server:stopping", () => change({ link: "stopping" }));
  socket.on("sign-in:ended", () => change({ signInEnded: true }));

  const ask = async <N extends CommandName>(
    name: N,
    input: CommandInput<N>,
    within: number,
  ): Promise<Reply<CommandOutput<N>>> => {
    if (!socket.connected) return { ok: false, code: "unreachable" };
    try {
      const ack = (await socket.timeout(within).emitWithAck(name, ...([input] as never))) as Ack<never>;
      return ack.ok ? ack : { ok: false, code: ack.error.code };
    } catch {
      return { ok: false, code: "unreachable" };
    }
  };
  const send: Live<V>["send"] = (name, input) => ask(name, input, ackWithin);
  const clock = followClock(initial.at, {
    read: async () => {
      const reply = await ask("clock:read", {}, clockWithin);
      return reply.ok ? reply.data.at : null;
    },
    changed: (skew) => change({ skew }),
  });

  /** The newest view, whole; the code of what kept it away, or undefined. */
  const askView = async (within: number) => {
    const reply = await ask("session:view", {}, within);
    if (!reply.ok) return reply.code;
    take(reply.data as V);
    return undefined;
  };
  const patches = followPatches<V>({
    view: () => state.view,
    take: show,
    ask: async () => (await askView(ackWithin)) === undefined,
  });

  /** Whether the server answers over the socket that we have; with it comes the newest view. */
  const answers = async (within: number) => {
    const failure = await askView(within);
    if (failure) return failure !== "unreachable";
    // The line held while the device called itself offline: what waits for it goes out now.
    if (state.link === "offline" || state.link === "unreachable") online();
    return true;
  };

  // A phone that slept may hold a socket that is dead without knowing it.
  const wake = async () => {
    if (document.visibilityState === "hidden") return;
    if (!socket.connected) socket.connect();
    else if (await answers(ackWithin)) await clock.wake();
    else socket.disconnect().connect();
  };
  // A laptop without Wi-Fi still reaches the server that runs on it.
  const lost = async () => {
    if (!(await answers(proofWithin)) && !navigator.onLine) change({ link: "offline" });
  };
  const onWake = () => void wake();
  const onOffline = () => void lost();
  document.addEventListener("visibilitychange", onWake);
  window.addEventListener("pageshow", onWake);
  window.addEventListener("online", onWake);
  window.addEventListener("offline", onOffline);

  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    state: () => state,
    send,
    take,
    onOnline: (listener) => onlineListeners.add(listener),
    close: () => {
      document.removeEventListener("visibilitychange", onWake);
      window.removeEventListener("pageshow", onWake);
      window.removeEventListener("online", onWake);
      window.removeEventListener("offline", onOffline);
      clearTimeout(comingBack);
      patches.stop();
      clock.close();
      socket.disconnect();
    },
  };
}
