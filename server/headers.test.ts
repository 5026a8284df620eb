import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { expect, test } from "vitest";
import { setHeaders } from "@/server/headers";

type Given = { path?: string; secure?: boolean; dev?: boolean; lines?: Record<string, string> };

/** What goes on to the page, and what goes out with its answer. */
function dressed({ path = "/j/12345678", secure = false, dev = false, lines = {} }: Given = {}) {
  const request = new IncomingMessage(new Socket());
  request.url = path;
  request.headers = { host: "192.168.1.20:3000", ...lines };
  const response = new ServerResponse(request);
  setHeaders(request, response, { secure, dev });
  const header = (name: string) => response.getHeader(name) as string | undefined;
  const policy = new Map(
    (header("content-security-policy") ?? "").split("; ").map((one) => {
      const [name = "", ...sources] = one.split(" ");
      return [name, sources] as const;
    }),
  );
  return { request, header, policy };
}

test("a page runs the scripts of its own nonce, and no other inline script", () => {
  const { request, header, policy } = dressed();
  const nonce = request.headers["x-attune-nonce"];
  expect(nonce).toMatch(/^[\w-]{22}$/);
  expect(policy.get("script-src")).toEqual([`'nonce-${nonce}'`, "'strict-dynamic'", "'self'"]);
  expect(request.headers["content-security-policy"]).toBe(header("content-security-policy"));
});

test("no nonce comes twice, and none from the client", () => {
  const stolen = { "x-attune-nonce": "mine", "content-security-policy": "script-src 'nonce-mine'" };
  const nonces = Array.from(
    { length: 100 },
    () => dressed({ lines: stolen }).request.headers["x-attune-nonce"],
  );
  expect(new Set(nonces).size).toBe(100);
  expect(nonces).not.toContain("mine");
  expect(dressed({ lines: stolen }).request.headers["content-security-policy"]).not.toContain("nonce-mine");
});

test("style elements need the nonce where browsers tell them from style attributes", () => {
  const { policy, request } = dressed();
  expect(policy.get("style-src-elem")).toEqual(["'self'", `'nonce-${request.headers["x-attune-nonce"]}'`]);
  expect(policy.get("style-src-attr")).toEqual(["'unsafe-inline'"]);
});

test("a page embeds nothing, stands in nobody's frame, has no other base and sends its forms home", () => {
  const { policy, header } = dressed();
  for (const name of ["default-src", "object-src", "base-uri", "frame-ancestors"])
    expect(policy.get(name)).toEqual(["'none'"]);
  expect(policy.get("form-action")).toEqual(["'self'"]);
  expect(header("x-frame-options")).toBe("DENY");
  expect(header("referrer-policy")).toBe("no-referrer");
  expect(header("x-content-type-options")).toBe("nosniff");
  expect(header("cache-control")).toBe("no-store");
});

test("a page connects to its own host alone, and a Host line cannot write into the policy", () => {
  expect(dressed().policy.get("connect-src")).toEqual(["'self'", "ws://192.168.1.20:3000"]);
  expect(dressed({ secure: true, lines: { host: "class.example.org" } }).policy.get("connect-src")).toEqual([
    "'self'",
    "wss://class.example.org",
  ]);
  for (const host of ["x; script-src *", "a b", "*", "x/y", "evil.example,x", ""])
    expect(dressed({ lines: { host } }).policy.get("connect-src")).toEqual(["'self'"]);
});

test("TLS is insisted on only where people come by it", () => {
  expect(dressed().header("strict-transport-security")).toBeUndefined();
  expect(dressed().header("cross-origin-opener-policy")).toBeUndefined();
  for (const path of ["/", "/_next/static/a.js", "/api/commands/x", "/pictures/x"])
    expect(dressed({ path, secure: true }).header("strict-transport-security")).toBe("max-age=63072000");
  expect(dressed({ secure: true }).header("cross-origin-opener-policy")).toBe("same-origin");
});

test("what is no page can do nothing when it is opened on its own", () => {
  for (const path of ["/api/commands/x", "/socket.io/?EIO=4", "/pictures/a.svg", "/healthz", "/readyz"]) {
    const { policy } = dressed({ path });
    expect(policy.get("default-src")).toEqual(["'none'"]);
    expect(policy.has("sandbox")).toBe(true);
    expect(policy.has("script-src")).toBe(false);
  }
});

test("answers are kept by nobody unless they say so themselves", () => {
  for (const path of ["/", "/classes", "/api/commands/x", "/socket.io/", "/healthz", "/sessions/1/export"])
    expect(dressed({ path }).header("cache-control")).toBe("no-store");
  for (const path of ["/_next/static/a.js", "/pictures/x", "/icon.svg"])
    expect(dressed({ path }).header("cache-control")).toBeUndefined();
});

test("our scripts and styles carry no lines that only pages need", () => {
  const { header } = dressed({ path: "/_next/static/chunks/a.js" });
  expect(header("content-security-policy")).toBeUndefined();
  expect(header("permissions-policy")).toBeUndefined();
  expect(header("x-content-type-options")).toBe("nosniff");
  expect(header("cross-origin-resource-policy")).toBe("same-origin");
});

test("with hot reload a page may evaluate and write styles, without it never", () => {
  expect(dressed({ dev: true }).policy.get("script-src")).toContain("'unsafe-eval'");
  expect(dressed({ dev: true }).policy.get("style-src-elem")).toContain("'unsafe-inline'");
  const built = dressed().policy;
  expect(built.get("script-src")).not.toContain("'unsafe-inline'");
  expect(built.get("script-src")).not.toContain("'unsafe-eval'");
});

test("a page may use what we use, and asks for nothing of a parent's phone", () => {
  const rules = dressed().header("permissions-policy")?.split(", ") ?? [];
  const allowed = rules.filter((rule) => !rule.endsWith("=()"));
  expect(allowed).toEqual(["screen-wake-lock=(self)", "fullscreen=(self)", "clipboard-write=(self)"]);
  expect(rules).toEqual(expect.arrayContaining(["camera=()", "microphone=()", "geolocation=()"]));
  expect(new Set(rules).size).toBe(rules.length);
  // Chromium writes an error for a feature that it does not know.
  expect(rules).not.toContain("bluetooth=()");
});
