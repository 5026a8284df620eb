import { expect, test } from "vitest";
import nextConfig from "@/next.config";

async function sent(): Promise<Map<string, string>> {
  const [rule] = (await nextConfig.headers?.()) ?? [];
  expect(rule?.source).toBe("/:path*");
  return new Map(rule?.headers.map(({ key, value }) => [key, value]));
}

test("every page forbids frames, embedded objects, another base and forms that lead elsewhere", async () => {
  const policy = (await sent()).get("Content-Security-Policy")?.split("; ");
  expect(policy).toEqual([
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ]);
});

test("a page may use what we use, and asks for nothing of a parent's phone", async () => {
  const rules = (await sent()).get("Permissions-Policy")?.split(", ") ?? [];
  const allowed = rules.filter((rule) => !rule.endsWith("=()"));
  expect(allowed).toEqual(["screen-wake-lock=(self)", "fullscreen=(self)", "clipboard-write=(self)"]);
  expect(rules).toEqual(expect.arrayContaining(["camera=()", "microphone=()", "geolocation=()"]));
  expect(new Set(rules).size).toBe(rules.length);
});
