import fc from "fast-check";
import { expect, test } from "vitest";
import { nextPath } from "@/app/_auth/next-path";

test("keeps a path of this site with its query and hash", () => {
  for (const path of ["/", "/classes", "/sessions/1/console?x=1#y", "/setups", "/sign-in-help"])
    expect(nextPath(path)).toBe(path);
});

test("an address elsewhere leads to the library", () => {
  const elsewhere = [
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/.//evil.example",
    "/x/..//evil.example",
    "javascript:alert(1)",
    "evil.example",
    "",
    " /classes",
    undefined,
    ["/classes"],
    `/${"x".repeat(600)}`,
  ];
  for (const wanted of elsewhere) expect(nextPath(wanted)).toBe("/classes");
});

test("nobody is sent round in a circle", () => {
  for (const path of ["/sign-in", "/sign-in?next=/x", "/setup?token=x", "/api/auth/csrf", "/x/../sign-in"])
    expect(nextPath(path)).toBe("/classes");
});

test("whatever is asked for, a browser stays on this site", () => {
  const site = "https://class.example.org";
  fc.assert(
    fc.property(fc.stringMatching(/^[/\\.:@a-z\t\n ?#%]{0,12}$/), (wanted) => {
      expect(new URL(nextPath(`/${wanted}`), site).origin).toBe(site);
    }),
  );
});
