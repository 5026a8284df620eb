import { z } from "zod";

/**
 * Every reason for which a command can be refused. Clients decide by the code
 * and choose their own words for it; the message is for logs and developers.
 */
export const errorCode = z.enum([
  "invalid", // the input does not fit its schema, or not this slide
  "not_found", // absent, or not yours
  "not_allowed", // this actor may not send this command
  "signed_out", // the sign-in behind the actor has ended
  "stale", // made against an older revision; the current view comes with it
  "prompt_not_open", // the prompt takes no responses now
  "session_ended", // the session takes nothing more
  "impossible", // the step does not exist in this state (next on the last slide, …)
  "nothing_to_undo",
  "setting_fixed", // a setting that may not be loosened once a response exists
  "code_unknown", // no live session has this code
  "session_full", // as many phones as the server takes
  "too_many_tries", // throttled; says so instead of hanging
  "link_used", // a one-time link that is spent or was never made
  "credentials_wrong",
  "overloaded", // try again in a moment; nothing was stored
  "unavailable", // the database cannot be reached or keep anything now; what was sent may be stored or not, so ask again
  "internal",
]);
export type ErrorCode = z.infer<typeof errorCode>;

export type Failure = { code: ErrorCode; message: string };
export type Ack<T> = { ok: true; data: T } | { ok: false; error: Failure };

/** An expected refusal. Compared by `code`: bundles hold copies of this class, so `instanceof` does not. */
export class AppError extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode, message: string = code) {
    super(message);
    this.name = "AppError";
    this.code = code;
  }
}

/** The code of an expected refusal, or undefined for anything else. */
export function codeOf(error: unknown): ErrorCode | undefined {
  if (!(error instanceof Error) || error.name !== "AppError") return undefined;
  const parsed = errorCode.safeParse((error as { code?: unknown }).code);
  return parsed.success ? parsed.data : undefined;
}
