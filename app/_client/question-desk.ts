"use client";
import type { ConsoleControl } from "@/app/_client/console";
import { blockedBy } from "@/app/_client/console-presses";
import type { Live } from "@/app/_client/live";
import { useQuestionList } from "@/app/_client/question-list";
import type { CommandInput } from "@/protocol/commands";
import type { Question } from "@/protocol/questions";
import type { ConsoleView } from "@/protocol/views";

export type QuestionChange = CommandInput<"question:mark">;

/** The questions as the facilitator handles them. */
export type QuestionDesk = {
  /** Held and hidden ones too; null until the first list came. */
  questions: Question[] | null;
  /** Whether it was done; when not, the console says why. */
  mark: (change: QuestionChange) => Promise<boolean>;
};

export function useQuestionDesk(
  { state, tell, dismiss }: Pick<ConsoleControl, "state" | "tell" | "dismiss">,
  live: Live<ConsoleView> | null,
): QuestionDesk {
  const { questions, refresh } = useQuestionList(live, state.questionsChanged);
  const mark = async (change: QuestionChange) => {
    const blocked = blockedBy(state);
    if (blocked || !live) {
      tell(blocked ?? "connecting");
      return false;
    }
    dismiss();
    const reply = await live.send("question:mark", change);
    if (!reply.ok) tell(reply.code === "unreachable" ? "no_answer" : reply.code);
    // What became of it is looked at either way, and sooner than the room is told.
    await refresh();
    return reply.ok;
  };
  return { questions, mark };
}
