import type { Reply } from "@/app/_client/live";
import type { CommandInput, CommandName, CommandOutput } from "@/protocol/commands";
import type { Ack } from "@/protocol/errors";

const answerWithin = 10_000;

/**
 * Asks for what is one's own by the door that needs no connection to a class, so that it works
 * after the end as well. Without cookies: the token in it is the whole proof.
 */
export async function askOwn<N extends Extract<CommandName, `own:${string}`>>(
  name: N,
  input: CommandInput<N>,
): Promise<Reply<CommandOutput<N>>> {
  const late = new AbortController();
  const limit = setTimeout(() => late.abort(), answerWithin);
  try {
    const response = await fetch(`/api/commands/${name}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(input),
      credentials: "omit",
      cache: "no-store",
      signal: late.signal,
    });
    const ack = (await response.json()) as Ack<CommandOutput<N>>;
    return ack.ok ? ack : { ok: false, code: ack.error.code };
  } catch {
    // No network, no answer in time, or something between us and the server answered in its place.
    return { ok: false, code: "unreachable" };
  } finally {
    clearTimeout(limit);
  }
}
