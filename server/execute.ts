import { randomUUID } from "node:crypto";
import { liveSignIn } from "@/db/stores/facilitators";
import type { Actor } from "@/protocol/actors";
import { type CommandName, type CommandOutput, commands } from "@/protocol/commands";
import type { Ack, ErrorCode } from "@/protocol/errors";
import type { Context } from "@/server/context";
import { handlers } from "@/server/handlers";
import { log } from "@/server/log";
import { refusalOf } from "@/server/refusals";

/**
 * The one door of every command: authorize, parse, run, answer. Never throws.
 * What is unexpected is logged once, without what was sent, and answered `internal`.
 */
export async function execute<N extends CommandName>(
  ctx: Context,
  name: N,
  input: unknown,
): Promise<Ack<CommandOutput<N>>> {
  const spec = commands[name];
  const by: readonly string[] = spec.by;
  if (!by.includes(ctx.actor.kind))
    return refuse(ctx.actor.kind === "stranger" ? "signed_out" : "not_allowed", name);
  const parsed = spec.input.safeParse(input);
  if (!parsed.success) return refuse("invalid", where(parsed.error));
  try {
    if (!(await stillSignedIn(ctx))) return refuse("signed_out", name);
    // The table pairs a command's actor, input and output; the checks above have just proved the pairing.
    const handler = handlers[name] as unknown as (ctx: Context, data: unknown) => Promise<unknown>;
    const output = spec.output.parse(await handler(ctx, parsed.data));
    return { ok: true, data: output as CommandOutput<N> };
  } catch (error) {
    const code = refusalOf(error);
    // What the database says of itself may repeat what was sent.
    if (code) return refuse(code, code === "unavailable" ? name : (error as Error).message);
    const id = randomUUID();
    log.error("command failed", { command: name, id }, error);
    return refuse("internal", id);
  }
}

/** A console's socket outlives its handshake, so its sign-in is looked up at every command. */
async function stillSignedIn({ actor, db, now }: Context<Actor>): Promise<boolean> {
  if (actor.kind !== "console") return true;
  return (await liveSignIn(db, actor.signInId, actor.facilitatorId, new Date(now()))) !== undefined;
}

function refuse(
  code: ErrorCode,
  message: string,
): { ok: false; error: { code: ErrorCode; message: string } } {
  return { ok: false, error: { code, message } };
}

/** Where the input is wrong, without what was in it. */
function where(error: { issues: { path: PropertyKey[]; code?: string }[] }): string {
  return error.issues
    .map(({ path, code }) => `${path.map(String).join(".")}: ${code}`)
    .join("; ")
    .slice(0, 300);
}
