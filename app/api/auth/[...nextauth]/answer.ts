import { keptFormLine } from "@/app/_auth/kept-form";
import { nextPath } from "@/app/_auth/next-path";
import { statuses } from "@/app/api/statuses";
import { commands } from "@/protocol/commands";
import type { ErrorCode } from "@/protocol/errors";
import { getApp } from "@/server/app";

/** `form_expired`: the cookie that proves the form to be ours is gone or another. */
type FormError = ErrorCode | "form_expired";

/** How a form went: where to go now, or why not. */
export type Outcome = { path: string } | { error: FormError };

/**
 * Answers a form. Our script gets JSON and stays on its page; a form that was sent
 * without script goes back to its page, with what was typed, except the password.
 */
export function answer(
  request: Request,
  action: string,
  form: URLSearchParams,
  said: Outcome,
  cookies: string[],
): Response {
  const outcome = action === "signout" && "path" in said ? { path: "/sign-in" } : said;
  const headers = new Headers({ "Cache-Control": "no-store" });
  const field = "error" in outcome && outcome.error === "invalid" ? wrongField(action, form) : undefined;
  for (const line of cookies) {
    // A sign-out that did not reach the database leaves the person signed in: they can try again.
    if ("error" in outcome && /session-token/.test(line)) continue;
    headers.append("Set-Cookie", line);
  }

  if (request.headers.get("accept")?.startsWith("application/json"))
    return Response.json(
      { ...outcome, field },
      { status: "error" in outcome ? statusOf(outcome.error) : 200, headers },
    );

  const { secure } = getApp();
  if ("path" in outcome) {
    headers.append("Set-Cookie", keptFormLine(undefined, secure));
    headers.set("Location", outcome.path);
  } else {
    const typed = {
      email: (form.get("email") ?? "").slice(0, 254),
      name: (form.get("name") ?? "").slice(0, 80),
    };
    headers.append("Set-Cookie", keptFormLine(typed, secure));
    headers.set("Location", pageOf(action, form, { error: outcome.error, ...(field && { field }) }));
  }
  return new Response(null, { status: 303, headers });
}

function statusOf(error: FormError): number {
  return error === "form_expired" ? 403 : statuses[error];
}

/** The page that the form stands on. */
function pageOf(action: string, form: URLSearchParams, said: Record<string, string>): string {
  const setup = action === "callback/setup";
  const own: Record<string, string> = setup
    ? { token: form.get("setupToken") ?? "" }
    : { next: nextPath(form.get("callbackUrl")) };
  return `${setup ? "/setup" : "/sign-in"}?${new URLSearchParams({ ...own, ...said })}`;
}

/** The first field that the command's schema does not take. */
function wrongField(action: string, form: URLSearchParams): string | undefined {
  const { input } = commands[action === "callback/setup" ? "account:create" : "sign-in:create"];
  const parsed = input.safeParse(Object.fromEntries(form));
  return parsed.error?.issues[0]?.path[0]?.toString();
}
