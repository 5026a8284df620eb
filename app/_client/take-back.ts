import { forgetOwn } from "@/app/_client/notebook";
import type { Mine } from "@/app/_client/own-list";
import { forgetQuestions } from "@/app/_client/own-questions";
import { forgetSignal } from "@/app/_client/pulse";
import { byOf } from "@/app/_client/wished";
import { readWishes, saveWishes } from "@/app/_client/wishes";

/**
 * Writes down that these are to go, and forgets them here at once, so that nothing of them is sent
 * again; the class is asked for them afterwards, for as long as it takes.
 */
export function takeBack(sessionId: string, secret: string, things: readonly Mine[]): void {
  const tokens = new Set(things.map(({ token }) => token));
  const wished = things.map(({ of, token, underWay }) => ({ of, token, by: byOf(secret), twice: underWay }));
  saveWishes(sessionId, [...readWishes(sessionId).filter(({ token }) => !tokens.has(token)), ...wished]);
  forgetOwn(
    sessionId,
    things.flatMap(({ of }) => (of.kind === "response" ? [of.promptId] : [])),
  );
  forgetQuestions(
    sessionId,
    things.flatMap(({ of }) => (of.kind === "question" || of.kind === "vote" ? [of.id] : [])),
  );
  if (things.some(({ of }) => of.kind === "pulse")) forgetSignal(sessionId);
}
