import { randomBytes } from "node:crypto";
import { setTimeout as pass } from "node:timers/promises";
import { io, type Socket } from "socket.io-client";
import type { ConsoleView } from "@/protocol/views";
import { answerInput } from "@/tests/bench/answers";
import type { Child } from "@/tests/bench/child";
import type { Venue } from "@/tests/bench/room";

type Session = { id: string; ticket: string; cookie: string };

/** A session that has begun, and its console. */
export type ConsoleVenue = {
  view: () => ConsoleView;
  /** A console's command, against the newest view; resolves with its acknowledgement. */
  step: (name: string, input?: object) => Promise<void>;
  /** Any other command. */
  send: (name: string, input: object) => Promise<unknown>;
  close: () => void;
};

export async function consoleVenue(
  origin: string,
  { id, cookie }: Pick<Session, "id" | "cookie">,
): Promise<ConsoleVenue> {
  const console = await connected(origin, { as: "console", sessionId: id }, cookie);
  let view = await send<ConsoleView>(console, "session:view", {});
  const step = async (name: string, input: object = {}) => {
    view = await send<ConsoleView>(console, name, { rev: view.rev, ...input });
  };
  await step("session:begin");
  return {
    view: () => view,
    step,
    send: (name, input) => send(console, name, input),
    close: () => void console.disconnect(),
  };
}

/** A fresh session on Attune, and what its phones need. */
export type AttuneVenue = Venue & ConsoleVenue & { session: Session };

export async function attuneVenue(child: Child): Promise<AttuneVenue> {
  const session = await child.ask<Session>("session");
  return {
    ...(await consoleVenue(child.origin, session)),
    child,
    session,
    handshake: () =>
      JSON.stringify({
        as: "phone",
        ticket: session.ticket,
        attendance: randomBytes(32).toString("hex"),
        patches: true,
      }),
    arrivesWith: "view",
  };
}

export type Prompt = { promptId: string; options: string[] };

/** The slide of the nth choice of the class that has options of its own. */
export function choiceOf({ view }: ConsoleVenue, n = 0): string {
  const choice = view().outline.filter(({ kind }) => kind === "choice")[n];
  if (!choice) throw new Error("the class has too few choices");
  return choice.id;
}

/** Goes to a choice and opens it, a second time when it has been open before. */
export async function openChoice(venue: ConsoleVenue, slideId: string): Promise<Prompt> {
  await venue.step("slide:go", { slideId });
  await venue.step(venue.view().prompt?.phase === "ready" ? "prompt:open" : "prompt:again", { slideId });
  const { slide, prompt } = venue.view();
  if (slide?.kind !== "choice" || !prompt) throw new Error(`${slideId} is no choice`);
  return { promptId: prompt.id, options: slide.options.map(({ id }) => id) };
}

/** What each phone of a room will send, made before the clock runs. */
export const answersOf = (prompt: Prompt, phones: number) =>
  Array.from({ length: phones }, (_, n) => JSON.stringify(answerInput(prompt.promptId, prompt.options, n)));

/** A bare server, and somebody who pushes. */
export type BareVenue = Venue & {
  push: (index: number) => Promise<void>;
  close: () => void;
};

export async function bareVenue(child: Child): Promise<BareVenue> {
  const pusher = await connected(child.origin, { as: "console" });
  return {
    child,
    handshake: () => "{}",
    arrivesWith: "connection",
    push: async (index) => {
      await pusher.emitWithAck("push", index);
    },
    close: () => void pusher.disconnect(),
  };
}

async function connected(origin: string, auth: object, cookie = ""): Promise<Socket> {
  const socket = io(origin, {
    transports: ["websocket"],
    forceNew: true,
    reconnection: false,
    auth,
    extraHeaders: { origin, ...(cookie && { cookie }) },
  });
  await new Promise<void>((resolve, reject) => {
    socket.once("connect", resolve);
    socket.once("connect_error", reject);
  });
  return socket;
}

async function send<T>(socket: Socket, name: string, input: object): Promise<T> {
  const ack = await socket.emitWithAck(name, input);
  if (!ack.ok && ack.error.code === "too_many_tries") {
    // A console has an allowance too, far above a person's pace; a class in a hurry waits.
    await pass(100);
    return send(socket, name, input);
  }
  if (!ack.ok) throw new Error(`${name}: ${ack.error.code} ${ack.error.message}`);
  return ack.data as T;
}
