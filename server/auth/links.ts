import { joinCode, type SessionId, type ShareId, sessionId, shareId } from "@/protocol/ids";
import { sign, verify } from "@/server/auth/signatures";

type Keys = { sign: Buffer };

const hour = 60 * 60 * 1000;
const ticketHours = 24;

/**
 * A join ticket says that its bearer knew the code of this session. It is the
 * same for every phone of the same minute and names nobody.
 */
export function signTicket(keys: Keys, id: SessionId, now: number): string {
  const until = Math.floor(now / 60_000) * 60_000 + ticketHours * hour;
  return sign(keys.sign, "join", `${id} ${until}`);
}

/** The session of a ticket that is still good. */
export function verifyTicket(keys: Keys, ticket: string, now: number): SessionId | undefined {
  const [id, until] = verify(keys.sign, "join", ticket)?.split(" ") ?? [];
  return Number(until) > now ? sessionId.safeParse(id).data : undefined;
}

/** The link that opens a session's screen, as a path. */
export function signScreenLink(keys: Keys, id: SessionId): string {
  return `/screen/${id}?key=${sign(keys.sign, "screen", id)}`;
}

/** The session of a screen's key. */
export function verifyScreenKey(keys: Keys, key: string): SessionId | undefined {
  return sessionId.safeParse(verify(keys.sign, "screen", key)).data;
}

/** The path of a shared summary; whether it is still open is the database's to say. */
export function signShare(keys: Keys, id: ShareId): string {
  return `/s/${sign(keys.sign, "share", id)}`;
}

export function verifyShare(keys: Keys, token: string): ShareId | undefined {
  return shareId.safeParse(verify(keys.sign, "share", token)).data;
}

/** The digits of a typed code, or undefined when there are not eight. */
export function parseCode(text: string) {
  return joinCode.safeParse(text.replace(/\s/g, "")).data;
}
