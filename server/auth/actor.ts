import { decode } from "next-auth/jwt";
import { z } from "zod";
import type { Db } from "@/db/client";
import { liveSignIn } from "@/db/stores/facilitators";
import type { ActorOf } from "@/protocol/actors";
import { facilitatorId, signInId } from "@/protocol/ids";
import { cookiesOf, wholeCookie } from "@/server/auth/cookies";

/**
 * next-auth's name for its cookie. Over https only the one that browsers let no plain
 * page and no neighbouring host set: else somebody could plant their own sign-in.
 */
const cookieName = (https: boolean) =>
  https ? "__Secure-next-auth.session-token" : "next-auth.session-token";

/** All that our sign-in cookie says. */
const claims = z.object({ facilitatorId, signInId });

const stranger = { kind: "stranger" } as const;

/**
 * Who a request's cookies say is there; the same for pages, the HTTP door and the
 * socket's handshake. The cookie alone proves nothing: its sign-in must still
 * exist. next-auth's own `getToken` is not used because it finds no cookie on the
 * bare request of a handshake, without a word.
 */
export async function actorOf(
  db: Db,
  secrets: { auth: string },
  cookieHeader: string | undefined,
  now: number,
  https: boolean,
): Promise<ActorOf<"facilitator" | "stranger">> {
  const token = wholeCookie(cookiesOf(cookieHeader), cookieName(https));
  const claimed = token === undefined ? undefined : await claimsOf(token, secrets.auth);
  const signIn = claimed && (await liveSignIn(db, claimed.signInId, claimed.facilitatorId, new Date(now)));
  return signIn
    ? { kind: "facilitator", facilitatorId: signIn.facilitatorId, signInId: signIn.id }
    : stranger;
}

async function claimsOf(token: string, secret: string): Promise<z.infer<typeof claims> | undefined> {
  try {
    return claims.safeParse(await decode({ token, secret })).data;
  } catch {
    // Forged, damaged, expired, or made under an older secret: all the same to us.
    return undefined;
  }
}
