import type { Live } from "@/app/_client/live";
import type { Notebook, OwnResponse } from "@/app/_client/notebook";
import { promptToken } from "@/app/_client/secret";
import type { PromptId } from "@/protocol/ids";
import type { PhoneView } from "@/protocol/views";

type Outbox = {
  sessionId: string;
  notebook: Pick<Notebook, "secret"> | null;
  live: Pick<Live<PhoneView>, "send" | "state"> | null;
  responses: Record<string, OwnResponse>;
};

/** One last try for what the class has not acknowledged. At once done when nothing waits, or nothing leads there; a repeat is harmless. */
export async function sendOutbox({ sessionId, notebook, live, responses }: Outbox): Promise<void> {
  if (!live || !notebook || live.state().link !== "online") return;
  const waiting = Object.entries(responses).filter(
    ([, { status }]) => status === "waiting" || status === "sending",
  );
  await Promise.all(
    waiting.map(([promptId, { value }]) =>
      live.send("response:submit", {
        promptId: promptId as PromptId,
        token: promptToken(notebook.secret, sessionId, promptId),
        value,
      }),
    ),
  );
}
