import type { Server } from "socket.io";
import type { ActorOf } from "@/protocol/actors";
import type { ClientToServer, EventName, EventPayload, Events, ServerToClient } from "@/protocol/events";
import type { SessionId, SignInId } from "@/protocol/ids";
import type { PhonePatch, PhoneView } from "@/protocol/views";

/** Who sits behind a socket once its handshake is done. */
export type SocketData = { actor: ActorOf<"phone" | "screen" | "console"> };
export type LiveServer = Server<ClientToServer, ServerToClient, Record<string, never>, SocketData>;
/** Where something is said: on every node, or on `io.local`, this one alone. */
export type Speaker = Pick<LiveServer, "to">;
type Audience = SocketData["actor"]["kind"];

/** The names of rooms, here and nowhere else. */
export const roomOf = (session: SessionId, audience: Audience) => `${session}/${audience}`;
/** The phones that follow in one language of the class and get whole views. */
export const phonesIn = (session: SessionId, language: string) => `${roomOf(session, "phone")}/${language}`;
export const signInRoom = (signIn: SignInId) => `sign-in/${signIn}`;

/** Says something to one audience of a session; the table of events decides whether it may hear it. */
export function say<N extends EventName>(
  io: Speaker,
  session: SessionId,
  audience: Events[N]["to"][number],
  name: N,
  payload: EventPayload<N>,
): void {
  // The payload's type is tied to the event's name above; Socket.IO's own types cannot follow a generic name.
  const emit = io.to(roomOf(session, audience)).emit as (name: string, payload: unknown) => boolean;
  emit.call(io.to(roomOf(session, audience)), name, payload);
}

/** Those among them that understand patches. */
const patchedIn = (session: SessionId, language: string) => `${phonesIn(session, language)}/patched`;
/** Whether any phone of this node follows in this language. */
export const phonesFollow = (io: LiveServer, session: SessionId, language: string): boolean => {
  const { rooms } = io.of("/").adapter;
  return rooms.has(phonesIn(session, language)) || rooms.has(patchedIn(session, language));
};
/** The room of a phone: whole views, or patches. */
export const phoneRoom = ({ sessionId, language, patches }: ActorOf<"phone">) =>
  patches ? patchedIn(sessionId, language) : phonesIn(sessionId, language);

/** What is new to the phones that understand patches; the whole view where there is nothing to build on. */
export function patchToPhones(
  io: Speaker,
  session: SessionId,
  language: string,
  news: PhonePatch | PhoneView,
): void {
  const phones = io.to(patchedIn(session, language));
  if ("since" in news) phones.emit("session:patched", news);
  else phones.emit("session:changed", news);
}

/** The view of the phones that follow in this language. */
export function sayToPhones(io: Speaker, session: SessionId, language: string, view: PhoneView): void {
  io.to(phonesIn(session, language)).emit("session:changed", view);
}
