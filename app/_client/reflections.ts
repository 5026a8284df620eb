import { followStored } from "@/app/_client/notebook";
import { limits } from "@/protocol/limits";

/**
 * What a parent wrote for themselves, by the id of its slide. It is stored on
 * this phone and nowhere else: no command has a field for it, and nothing here
 * knows of a server.
 */
export type Reflections = Readonly<Record<string, string>>;

const key = (sessionId: string) => `attune:${sessionId}:reflections`;

export function readReflections(sessionId: string): Reflections {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(key(sessionId)) ?? "{}");
    if (typeof found !== "object" || found === null) return {};
    return Object.fromEntries(Object.entries(found).filter(([, text]) => typeof text === "string"));
  } catch {
    return {};
  }
}

/**
 * Writes one beside what is there; an empty one is taken away. False when this
 * browser keeps nothing: the text is then as old as its page.
 */
export function writeReflection(sessionId: string, slideId: string, text: string): boolean {
  const { [slideId]: _before, ...others } = readReflections(sessionId);
  const all = text === "" ? others : { ...others, [slideId]: text.slice(0, limits.reflection) };
  try {
    localStorage.setItem(key(sessionId), JSON.stringify(all));
    return true;
  } catch {
    return false;
  }
}

/** Calls back when another tab of this phone has written one. */
export const followReflections = (sessionId: string, changed: () => void) =>
  followStored(key(sessionId), changed);

/** The text as it is worth keeping: nothing while only the words stand that the class began with. */
export const withoutStarter = (text: string, starter: string): string =>
  text.trim() === starter.trim() ? "" : text;
