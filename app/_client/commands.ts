import type { CommandInput, CommandName, CommandOutput } from "@/protocol/commands";
import type { Ack } from "@/protocol/errors";

/** Sends a command of the signed-in facilitator; rejects only when the server could not be reached. */
export async function command<N extends CommandName>(
  name: N,
  input: CommandInput<N>,
): Promise<Ack<CommandOutput<N>>> {
  const response = await fetch(`/api/commands/${name}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(input),
  });
  const answer: unknown = await response.json().catch(() => undefined);
  if (isAck<CommandOutput<N>>(answer)) return answer;
  // Something between us and the server answered in its place.
  return { ok: false, error: { code: "internal", message: `Unexpected answer ${response.status}.` } };
}

function isAck<T>(answer: unknown): answer is Ack<T> {
  return typeof answer === "object" && answer !== null && "ok" in answer;
}
