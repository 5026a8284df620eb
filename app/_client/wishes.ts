import { announce, followStored } from "@/app/_client/notebook";
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

/** Not one of the notebook's own keys: a clean notebook must not forget what was wished before. */
const keyOf = (sessionId: string) => `attune:back:${sessionId}`;

/** For a browser that forbids storage: as long as the page lives. */
const unkept = new Map<string, Wish[]>();

export function readWishes(sessionId: string): Wish[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(keyOf(sessionId)) ?? "[]");
    const stored = Array.isArray(found) ? (found as Wish[]).filter((one) => one?.token && one.of?.kind) : [];
    return [...stored, ...(unkept.get(sessionId) ?? [])];
  } catch {
    return unkept.get(sessionId) ?? [];
  }
}

export function saveWishes(sessionId: string, wishes: Wish[]): void {
  unkept.delete(sessionId);
  try {
    if (wishes.length > 0) localStorage.setItem(keyOf(sessionId), JSON.stringify(wishes));
    else localStorage.removeItem(keyOf(sessionId));
  } catch {
    unkept.set(sessionId, wishes);
  }
  announce(keyOf(sessionId));
}

/** No longer wished: it was granted, or answered anew meanwhile. */
export function dropWishes(sessionId: string, which: (wish: Wish) => boolean): void {
  const wishes = readWishes(sessionId);
  const others = wishes.filter((wish) => !which(wish));
  if (others.length < wishes.length) saveWishes(sessionId, others);
}

/** What of a secret is written beside a wish: enough to know it by, and of no use without the rest. */
export const byOf = (secret: string): string => secret.slice(0, 8);

/** The prompts whose answers this person wants back; whoever had the phone before is not meant. */
export const promptsTakenBack = (sessionId: string, secret: string): string[] =>
  readWishes(sessionId).flatMap(({ of, by }) =>
    of.kind === "response" && by === byOf(secret) ? [of.promptId] : [],
  );

/** Calls back when a page of this phone, this one too, has written the wishes. */
export const followWishes = (sessionId: string, changed: () => void) =>
  followStored(keyOf(sessionId), changed);
