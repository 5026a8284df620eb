import type { ErrorCode } from "@/protocol/errors";

/** Refusals that pass by themselves: what was sent is sent again. */
export const isPassing = (code: ErrorCode | "unreachable"): boolean =>
  code === "unreachable" ||
  code === "overloaded" ||
  code === "internal" ||
  code === "unavailable" ||
  code === "too_many_tries";
