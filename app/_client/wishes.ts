import { announce, followStored } from "@/app/_client/notebook";
import { byOf, unkept, wishesKey } from "@/app/_client/wished";
import type { OwnThing } from "@/protocol/own";

/**
 * What a parent wants to have back and the class has not given back yet. Each wish carries its own
 * token, so that it still goes out when the next person has begun a clean notebook on this phone.
 */
export type Wish = {
  token: string;
  of: OwnThing;
  /** Whose it is: the beginning of the secret that they had. */
  by: string;
  /** It may have been on its way when it was taken back: asked for a second time later. */
  twice: boolean;
};

export function readWishes(sessionId: string): Wish[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(wishesKey(sessionId)) ?? "[]");
    const stored = Array.isArray(found) ? (found as Wish[]).filter((one) => one?.token && one.of?.kind) : [];
    return [...stored, ...(unkept.get(sessionId) ?? [])];
  } catch {
    return unkept.get(sessionId) ?? [];
  }
}

export function saveWishes(sessionId: string, wishes: Wish[]): void {
  unkept.delete(sessionId);
  const written = JSON.stringify(wishes);
  try {
    if (wishes.length > 0) localStorage.setItem(wishesKey(sessionId), written);
    else localStorage.removeItem(wishesKey(sessionId));
  } catch {
    unkept.set(sessionId, wishes);
  }
  announce(wishesKey(sessionId), written);
}

/** No longer wished: it was granted. */
export const dropWish = (sessionId: string, token: string) =>
  dropWishes(sessionId, (wish) => wish.token === token);

/** The prompt was answered anew meanwhile: that answer stays. */
export const keepAnswer = (sessionId: string, secret: string, promptId: string) =>
  dropWishes(
    sessionId,
    ({ of, by }) => of.kind === "response" && of.promptId === promptId && by === byOf(secret),
  );

/** Calls back when a page of this phone, this one too, has written the wishes. */
export const followWishes = (sessionId: string, changed: () => void) =>
  followStored(wishesKey(sessionId), changed);

function dropWishes(sessionId: string, which: (wish: Wish) => boolean): void {
  const wishes = readWishes(sessionId);
  const others = wishes.filter((wish) => !which(wish));
  if (others.length < wishes.length) saveWishes(sessionId, others);
}
