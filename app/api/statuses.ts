import type { ErrorCode } from "@/protocol/errors";

/** What a refusal's code is in HTTP. */
export const statuses: Record<ErrorCode, number> = {
  invalid: 400,
  credentials_wrong: 401,
  signed_out: 401,
  not_allowed: 403,
  not_found: 404,
  code_unknown: 404,
  stale: 409,
  prompt_not_open: 409,
  session_ended: 409,
  impossible: 409,
  nothing_to_undo: 409,
  setting_fixed: 409,
  session_full: 409,
  link_used: 410,
  too_many_tries: 429,
  internal: 500,
  overloaded: 503,
  unavailable: 503,
};
