import { bodyText } from "@/app/_auth/body";
import { originOf } from "@/app/_auth/origin";
import { statuses } from "@/app/api/statuses";
import { type CommandName, commands } from "@/protocol/commands";
import type { Ack, ErrorCode } from "@/protocol/errors";
import { limits } from "@/protocol/limits";
import { getApp } from "@/server/app";

/**
 * The one way by which a signed-in facilitator's page, or a stranger, changes anything over HTTP.
 * Only POST is here: Next answers 405 to the rest.
 */
export async function POST(
  request: Request,
  context: { params: Promise<{ name: string }> },
): Promise<Response> {
  const app = getApp();
  const name = (await context.params).name;
  if (!isOpenHere(name)) return refuse("not_found", "No such command at this door.");

  const lines = request.headers;
  const ours = app.sameOrigin({
    origin: lines.get("origin"),
    host: lines.get("host"),
    forwardedHost: lines.get("x-forwarded-host"),
  });
  if (!ours) return refuse("not_allowed", "The Origin header does not match this site.");
  if (!/^application\/json\s*(;|$)/i.test(lines.get("content-type") ?? ""))
    return refuse("invalid", "The content type must be application/json.", 415);

  const text = await bodyText(request, limits.commandBytes);
  if (text === undefined) return refuse("invalid", `The body is over ${limits.commandBytes} bytes.`, 413);
  const input = parsed(text);
  if (!input) return refuse("invalid", "The body is not JSON.");

  const actor = await app.actorOf(lines.get("cookie") ?? undefined);
  if (actor.kind === "stranger" && !by(name).includes("stranger"))
    return refuse("signed_out", "Nobody is signed in.");
  return reply(await app.execute(actor, name, input.value, originOf(lines)));
}

/** Commands of consoles, phones and screens come by socket; signing in has its own door, which sets the cookie. */
function isOpenHere(name: string): name is CommandName {
  if (!Object.hasOwn(commands, name) || name === "sign-in:create") return false;
  return by(name as CommandName).some((kind) => kind === "facilitator" || kind === "stranger");
}

function by(name: CommandName): readonly string[] {
  return commands[name].by;
}

function parsed(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

function refuse(code: ErrorCode, message: string, status?: number): Response {
  return reply({ ok: false, error: { code, message } }, status);
}

function reply(ack: Ack<unknown>, status = ack.ok ? 200 : statuses[ack.error.code]): Response {
  return Response.json(ack, { status, headers: { "Cache-Control": "no-store" } });
}
