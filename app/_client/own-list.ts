import { answersOf, type Line } from "@/app/_client/keepsake-answers";
import type { Leaves } from "@/app/_client/leaves";
import type { OwnResponse } from "@/app/_client/notebook";
import type { OwnQuestions } from "@/app/_client/own-questions";
import { attendanceToken, promptToken, pulseToken, questionToken } from "@/app/_client/tokens";
import { byOf } from "@/app/_client/wished";
import type { Wish } from "@/app/_client/wishes";
import type { PromptId, QuestionId } from "@/protocol/ids";
import type { OwnThing } from "@/protocol/own";

/** One thing that this phone has sent, or may have, in the words that the phone has for it. */
export type Mine = {
  of: OwnThing;
  /** Proves that it is this phone's, and names it among the others. */
  token: string;
  /** What was asked; empty where the phone has no words for it. */
  title: string;
  language: string;
  again: boolean;
  lines: Line[];
  /** Its message may be on its way just now. */
  underWay: boolean;
};

export type Left = {
  secret: string;
  responses: Record<string, OwnResponse>;
  leaves: Leaves;
  questions: OwnQuestions;
  /** Whether one of its signals still stands. */
  signal: boolean;
};

/** Everything that this phone can have left with the class, each with the token of its own. */
export function mineOf(sessionId: string, { secret, responses, leaves, questions, signal }: Left): Mine[] {
  const answers = new Map(answersOf(leaves, responses).map((answer) => [answer.id, answer]));
  const answered = Object.entries(responses).map(([id, { status }]) => ({
    ...asked(leaves, id),
    of: { kind: "response" as const, promptId: id as PromptId },
    token: promptToken(secret, sessionId, id),
    lines: answers.get(id)?.lines ?? [],
    underWay: status === "waiting" || status === "sending",
  }));
  const written = Object.entries(questions)
    .filter(([, { text, wanted }]) => text !== null || wanted)
    .map(([id, { text, status }]) => ({
      ...bare,
      of: { kind: text === null ? ("vote" as const) : ("question" as const), id: id as QuestionId },
      token: questionToken(secret, sessionId, id),
      lines: text === null ? [] : [{ of: null, said: text }],
      underWay: status === "waiting",
    }));
  const pulse = { ...bare, of: { kind: "pulse" as const }, token: pulseToken(secret, sessionId) };
  const here = { ...bare, of: { kind: "attendance" as const }, token: attendanceToken(secret, sessionId) };
  return [...answered, ...written, ...(signal ? [pulse] : []), here];
}

/** What is wished back by this person, as far as there are words left for it. */
export function mineOfWishes({ secret, leaves }: Pick<Left, "secret" | "leaves">, wishes: Wish[]): Mine[] {
  return wishes
    .filter(({ by }) => by === byOf(secret))
    .map(({ of, token }) => ({
      ...(of.kind === "response" ? asked(leaves, of.promptId) : bare),
      of,
      token,
    }));
}

const bare = { title: "", language: "", again: false, lines: [] as Line[], underWay: false };

const asked = (leaves: Leaves, promptId: string) => ({
  ...bare,
  title: leaves[promptId]?.slide.title ?? "",
  language: leaves[promptId]?.slide.language ?? "",
  again: promptId.endsWith(".2"),
});
