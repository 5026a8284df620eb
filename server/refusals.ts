import { isUnavailable } from "@/db/unavailable";
import { codeOf, type ErrorCode } from "@/protocol/errors";
import { log } from "@/server/log";

/** The code of a failure that has one: a refusal on purpose, or a database that is away. */
export function refusalOf(error: unknown): ErrorCode | undefined {
  const code = codeOf(error);
  if (code || !isUnavailable(error)) return code;
  noteOutage(error);
  return "unavailable";
}

const sayEveryMs = 10_000;
const outage = { saidAt: Number.NEGATIVE_INFINITY, unsaid: 0 };

/** A whole room asks again and again while the database is away: that is one line every 10 seconds, not thousands. */
function noteOutage(error: unknown): void {
  outage.unsaid += 1;
  if (performance.now() - outage.saidAt < sayEveryMs) return;
  log.error("the database is not available", { refused: outage.unsaid }, error);
  outage.saidAt = performance.now();
  outage.unsaid = 0;
}
