import { codeOf } from "@/db/startup-error";

/**
 * Whether an error means that the database cannot keep or tell anything now: it
 * is away, starting, full, or read-only. It passes, or its operator must act;
 * what was asked is nobody's mistake and can be asked again.
 */
export function isUnavailable(error: unknown): boolean {
  // Drizzle wraps what the driver throws.
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const code = codeOf(cause);
    if (lostConnection.has(code) || /^(08|53|58)...$/.test(code) || refusedNow.has(code)) return true;
    // A file that may not grow is reported as an internal error of the server.
    if (code === "XX000" && /could not (write|extend|create|open|fsync)/.test(cause.message)) return true;
  }
  return false;
}

/** The driver's own codes and the system's. */
const lostConnection = new Set([
  "CONNECTION_CLOSED",
  "CONNECTION_DESTROYED",
  "CONNECTION_ENDED",
  "CONNECT_TIMEOUT",
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
]);

/** PostgreSQL's: stopped by its operator, crashed, still starting, a standby, or a statement that it gave up. */
const refusedNow = new Set(["57P01", "57P02", "57P03", "57P05", "57014", "25006"]);
