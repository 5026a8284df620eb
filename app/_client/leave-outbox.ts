import type { Live } from "@/app/_client/live";
import { isWaiting, type Notebook, type OwnResponse } from "@/app/_client/notebook";
import { allWaiting, keptQuestions } from "@/app/_client/own-questions";
import { sendQuestion } from "@/app/_client/question-send";
import { promptToken } from "@/app/_client/tokens";
import type { PromptId } from "@/protocol/ids";
import type { PhoneView } from "@/protocol/views";

type Outbox = {
  sessionId: string;
  notebook: Pick<Notebook, "secret"> | null;
  live: Pick<Live<PhoneView>, "send" | "state"> | null;
  responses: Record<string, OwnResponse>;
};

/**
 * One last try for the answers and the questions that the class has not acknowledged. At once
 * done when nothing waits, or nothing leads there; a repeat is harmless.
 */
export async function sendOutbox({ sessionId, notebook, live, responses }: Outbox): Promise<void> {
  if (!live || !notebook || live.state().link !== "online") return;
  const { secret } = notebook;
  const answers = Object.entries(responses).filter(([, own]) => isWaiting(own));
  await Promise.all([
    ...answers.map(([promptId, { value }]) => {
      const token = promptToken(secret, sessionId, promptId);
      return live.send("response:submit", { promptId: promptId as PromptId, token, value });
    }),
    ...allWaiting(keptQuestions(sessionId).read()).map((one) =>
      sendQuestion({ live, secret, sessionId }, one),
    ),
  ]);
}
