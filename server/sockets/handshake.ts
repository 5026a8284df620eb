import type { IncomingMessage } from "node:http";
import { sessionOf } from "@/db/stores/sessions";
import { AppError } from "@/protocol/errors";
import { type Handshake, handshake } from "@/protocol/events";
import { sessionId } from "@/protocol/ids";
import { actorOf } from "@/server/auth/actor";
import { verifyScreenKey, verifyTicket } from "@/server/auth/links";
import type { Context } from "@/server/context";
import { nearestLanguage } from "@/server/domain/editions";
import { isHttps } from "@/server/env";
import { socketsPerPhone } from "@/server/sockets/allowance";
import type { Allowances } from "@/server/sockets/allowances";
import type { PresenceBook } from "@/server/sockets/presence";
import type { SocketData } from "@/server/sockets/rooms";

type Parts = Pick<Context, "db" | "config" | "secrets" | "now" | "views"> & {
  presence: PresenceBook;
  allowances: Allowances;
};

/**
 * Who a socket is: proved by a join ticket, a screen's key or the sign-in cookie,
 * never by what it claims. Refuses with the code that the page then explains.
 */
export async function actorOfSocket(
  parts: Parts,
  auth: unknown,
  request: IncomingMessage,
): Promise<SocketData["actor"]> {
  const { data: claim } = handshake.safeParse(auth);
  if (!claim) throw new AppError("invalid");
  switch (claim.as) {
    case "phone":
      return phoneOf(parts, claim);
    case "screen": {
      const id = verifyScreenKey(parts.secrets, claim.key);
      if (!id) throw new AppError("not_allowed");
      return { kind: "screen", sessionId: id };
    }
    case "console":
      return consoleOf(parts, claim.sessionId, request);
  }
}

type PhoneClaim = Extract<Handshake, { as: "phone" }>;

async function phoneOf(parts: Parts, claim: PhoneClaim): Promise<SocketData["actor"]> {
  const { ticket, attendance } = claim;
  const id = verifyTicket(parts.secrets, ticket, parts.now());
  if (!id) throw new AppError("code_unknown");
  const { presence, config } = parts;
  if (!presence.knows(id, attendance) && presence.phones(id) >= config.maxPhones)
    throw new AppError("session_full");
  if (!parts.allowances.admits(id, attendance)) throw new AppError("session_full");
  if (presence.sockets(id, attendance) >= socketsPerPhone) throw new AppError("too_many_tries");
  const language = nearestLanguage(await parts.views.deck(id), claim.language ?? "");
  return { kind: "phone", sessionId: id, attendance, language, patches: claim.patches ?? false };
}

async function consoleOf(parts: Parts, id: string, request: IncomingMessage): Promise<SocketData["actor"]> {
  const actor = await actorOf(
    parts.db,
    parts.secrets,
    request.headers.cookie,
    parts.now(),
    isHttps(parts.config),
  );
  if (actor.kind !== "facilitator") throw new AppError("signed_out");
  const session = await sessionOf(parts.db, actor.facilitatorId, sessionId.parse(id));
  if (!session) throw new AppError("not_found");
  return { ...actor, kind: "console", sessionId: session.id };
}
