import type { Question } from "@/protocol/questions";

export type QuestionGroups = {
  /** Waiting for a look. */
  held: Question[];
  asked: Question[];
  answered: Question[];
  hidden: Question[];
};

/** Sorts questions by what the facilitator has to do about them; inside a group, as the server lists them. */
export function groupQuestions(questions: Question[]): QuestionGroups {
  const groups: QuestionGroups = { held: [], asked: [], answered: [], hidden: [] };
  for (const question of questions) groups[groupOf(question)].push(question);
  return groups;
}

function groupOf({ mark, held, answered }: Question): keyof QuestionGroups {
  if (mark === "hidden") return "hidden";
  if (held) return "held";
  return answered ? "answered" : "asked";
}
