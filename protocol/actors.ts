import type { FacilitatorId, SessionId, SignInId } from "@/protocol/ids";

/** Who acts. Made from the handshake or the cookie, never from what a command says. */
export type Actor =
  | { kind: "stranger" }
  | { kind: "facilitator"; facilitatorId: FacilitatorId; signInId: SignInId }
  | { kind: "console"; facilitatorId: FacilitatorId; signInId: SignInId; sessionId: SessionId }
  | { kind: "phone"; sessionId: SessionId; attendance: string; language: string; patches?: boolean }
  | { kind: "screen"; sessionId: SessionId }
  | { kind: "system" };

export type ActorKind = Actor["kind"];
export type ActorOf<K extends ActorKind> = Extract<Actor, { kind: K }>;
