import type { CommandOutput } from "@/protocol/commands";

/** What a parent takes home of the class, as the server gave it in the phone's language. */
export type Handout = CommandOutput<"handout:read">;

const handoutKey = (sessionId: string) => `attune:${sessionId}:handout`;
const intentionKey = (sessionId: string) => `attune:${sessionId}:intention`;

export function readHandout(sessionId: string): Handout | null {
  try {
    const found = JSON.parse(stored(handoutKey(sessionId)) ?? "null") as Partial<Handout> | null;
    const whole = [found?.title, found?.language, found?.handout].every((part) => typeof part === "string");
    return whole ? (found as Handout) : null;
  } catch {
    return null;
  }
}

export const keepHandout = (sessionId: string, handout: Handout) =>
  store(handoutKey(sessionId), JSON.stringify(handout));

/** The intention as it was written in the keepsake itself; null while it was not. */
export const readIntention = (sessionId: string): string | null => stored(intentionKey(sessionId));
export const keepIntention = (sessionId: string, text: string) => store(intentionKey(sessionId), text);

function stored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function store(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Private mode or a full disk: it is there for as long as the page is.
  }
}
