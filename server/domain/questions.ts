import type { Question } from "@/protocol/questions";
import type { RoomSettings } from "@/protocol/views";
import type { IsRough } from "@/server/domain/facts";

type Asked = Omit<Question, "held">;
type Readable = Pick<Asked, "mark" | "text" | "language">;

/** Questions as the facilitator lists them: pinned first, then by votes, answered ones last (R55). */
export function listed(asked: Asked[], settings: RoomSettings, isRough: IsRough): Question[] {
  const questions = asked.map((question) => ({ ...question, held: isHeld(question, settings, isRough) }));
  return questions.sort(
    (a, b) =>
      Number(b.mark === "pinned") - Number(a.mark === "pinned") ||
      Number(a.answered) - Number(b.answered) ||
      b.votes - a.votes ||
      (a.id < b.id ? -1 : 1),
  );
}

/** The same for everybody else: without those that wait or were hidden (R56). */
export function listedForRoom(questions: Question[]): Question[] {
  return questions
    .filter(({ held, mark }) => !held && mark !== "hidden")
    .map((question) => ({ ...question, language: "" }));
}

/** Whether everybody may read this one, and so want it too (R56). */
export function isForRoom(question: Readable, settings: RoomSettings, isRough: IsRough): boolean {
  const seen = settings.questions !== "off" && question.mark !== "hidden";
  return seen && !isHeld(question, settings, isRough);
}

function isHeld({ mark, text, language }: Readable, settings: RoomSettings, isRough: IsRough): boolean {
  if (mark !== "none") return false;
  return settings.questions === "approved" || (settings.filter && isRough(text, language));
}
