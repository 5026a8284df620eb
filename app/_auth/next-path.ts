const home = "/classes";

/** Pages that a person who has just signed in must not be sent back to. */
const never = /^\/(sign-in|setup|api)(\/|$)/;

/**
 * Where to go after signing in: a path of this site as somebody's link says it, or
 * the library. An address elsewhere, however it is disguised, is never followed.
 */
export function nextPath(wanted: unknown): string {
  if (typeof wanted !== "string" || wanted.length > 500 || !wanted.startsWith("/")) return home;
  const here = "http://here.invalid";
  if (!URL.canParse(wanted, here)) return home;
  // Parsed as a browser does, which takes `/\`, `//` and tabs for the start of another site.
  const url = new URL(wanted, here);
  if (url.origin !== here || url.pathname.startsWith("//") || never.test(url.pathname)) return home;
  return `${url.pathname}${url.search}${url.hash}`;
}
