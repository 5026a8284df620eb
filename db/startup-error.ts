/** Why Attune cannot start: one sentence for the person at the terminal, printed without a stack trace. */
export class StartupError extends Error {}

/** The code of a system or database error, such as `ENOSPC` or `3D000`. */
export function codeOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : "";
}

/** What a failed file operation means, in words that a person can act on. */
export function fileTrouble(error: unknown): string {
  const code = codeOf(error);
  return fileTroubles[code] ?? (code || String(error));
}

const fileTroubles: Record<string, string | undefined> = {
  EACCES: "this user may not write there",
  EPERM: "the system does not allow it",
  EROFS: "the disk is read-only",
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  ENOTDIR: "a part of the path is a file",
  EEXIST: "a file of that name is in the way",
};
