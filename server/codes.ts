import { randomInt } from "node:crypto";
import { type JoinCode, joinCode } from "@/protocol/ids";

/** A random join code: 8 digits, the first never 0, so that nobody drops it. */
export function makeCode(): JoinCode {
  return joinCode.parse(String(randomInt(10_000_000, 100_000_000)));
}
