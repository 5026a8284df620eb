import { followStored } from "@/app/_client/notebook";
import type { Wish } from "@/app/_client/wishes";

/**
 * As much of what is wished back as every page of a phone has to know from the start: whether there
 * is any, and what must not be sent again. The rest (wishes.ts) comes when somebody wishes.
 */

/** Not one of the notebook's own keys: a clean notebook must not forget what was wished before. */
export const wishesKey = (sessionId: string) => `attune:back:${sessionId}`;

/** For a browser that forbids storage: as long as the page lives. */
export const unkept = new Map<string, Wish[]>();

export function hasWishes(sessionId: string): boolean {
  try {
    return unkept.has(sessionId) || localStorage.getItem(wishesKey(sessionId)) !== null;
  } catch {
    return false;
  }
}

/** What of a secret is written beside a wish: enough to know it by, and of no use without the rest. */
export const byOf = (secret: string): string => secret.slice(0, 8);

/** Calls back with the prompts whose answers this person wants back; whoever had the phone before is not meant. */
export const followTakenBack = (sessionId: string, secret: string, taken: (promptIds: string[]) => void) =>
  followStored(wishesKey(sessionId), (written) => {
    const wishes = JSON.parse(written ?? "[]") as Wish[];
    taken(
      wishes.flatMap(({ of, by }) => (of.kind === "response" && by === byOf(secret) ? [of.promptId] : [])),
    );
  });
