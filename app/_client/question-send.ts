import type { Live, Reply } from "@/app/_client/live";
import type { OwnQuestion } from "@/app/_client/own-questions";
import { questionToken } from "@/app/_client/tokens";
import type { QuestionId } from "@/protocol/ids";
import type { PhoneView } from "@/protocol/views";

type Line = { live: Pick<Live<PhoneView>, "send">; secret: string; sessionId: string };

/** Says once what this phone wants of a question; the id and the token make a repeat the same. */
export function sendQuestion(
  { live, secret, sessionId }: Line,
  [id, { text, wanted }]: [id: string, question: OwnQuestion],
): Promise<Reply<unknown>> {
  const about = { id: id as QuestionId, token: questionToken(secret, sessionId, id) };
  if (text === null) return live.send("question:vote", { ...about, wanted });
  return wanted ? live.send("question:ask", { ...about, text }) : live.send("question:withdraw", about);
}
