import { codeOf } from "@/db/startup-error";

const levels = ["error", "warn", "info", "debug"] as const;
type Level = (typeof levels)[number];
type Fields = Record<string, string | number | boolean | undefined>;

/**
 * One JSON line on stderr per event. Fields are chosen by the caller and never
 * hold a participant's address, what somebody wrote, or a secret.
 */
export const log = {
  error: (event: string, fields: Fields = {}, error?: unknown) => write("error", event, fields, error),
  warn: (event: string, fields: Fields = {}, error?: unknown) => write("warn", event, fields, error),
  info: (event: string, fields: Fields = {}) => write("info", event, fields),
  debug: (event: string, fields: Fields = {}, error?: unknown) => write("debug", event, fields, error),
};

function write(level: Level, event: string, fields: Fields, error?: unknown) {
  const wanted = levels.indexOf((process.env.ATTUNE_LOG || "warn") as Level);
  if (levels.indexOf(level) > wanted) return;
  const line = { at: new Date().toISOString(), level, event, ...fields, ...told(error) };
  process.stderr.write(`${JSON.stringify(line)}\n`);
}

/** What of an error may be written down: messages of drivers and parsers repeat their input, so those stay out. */
function told(error: unknown): Fields {
  if (error === undefined) return {};
  if (!(error instanceof Error)) return { error: typeof error };
  const cause = error.cause instanceof Error ? told(error.cause) : {};
  return {
    error: error.name,
    code: codeOf(error) || undefined,
    message: repeatsInput(error) ? undefined : error.message,
    stack: error.stack
      ?.split("\n")
      .filter((line) => line.startsWith("    at "))
      .slice(0, 8)
      .map((line) => line.trim())
      .join(" | "),
    ...(cause.error ? { cause: cause.error, causeCode: cause.code, causeMessage: cause.message } : {}),
  };
}

function repeatsInput(error: Error): boolean {
  return (
    ["PostgresError", "DrizzleQueryError", "SyntaxError", "ZodError"].includes(error.name) || "query" in error
  );
}
