import { command } from "@/app/_client/commands";
import type { CommandInput, CommandName, CommandOutput } from "@/protocol/commands";
import type { ErrorCode } from "@/protocol/errors";

/** Why a command of this page did not happen, for a mutation's `error`. */
export class Refusal extends Error {
  readonly code: ErrorCode | "unreachable";
  constructor(code: ErrorCode | "unreachable") {
    super(code);
    this.code = code;
  }
}

/** Sends a command, and throws what react-query wants to catch. */
export async function ask<N extends CommandName>(name: N, input: CommandInput<N>): Promise<CommandOutput<N>> {
  const ack = await command(name, input).catch(() => {
    throw new Refusal("unreachable");
  });
  if (!ack.ok) throw new Refusal(ack.error.code);
  return ack.data;
}
