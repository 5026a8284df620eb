import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { POST } from "@/app/api/commands/[name]/route";
import { setApp } from "@/server/app";
import { cookieOf, type TestApp, testApp } from "@/tests/support/test-app";

const site = "http://class.example.org";
let app: TestApp;
let cookie: string;

beforeAll(async () => {
  app = await testApp();
  setApp(app);
  const setupToken = new URLSearchParams((await app.firstRunLink())?.split("?")[1]).get("token");
  const ana = { email: "ana@example.org", name: "Ana", password: "a good enough parent" };
  await app.execute({ kind: "stranger" }, "account:create", { setupToken, ...ana }, { address: "x" });
  const ack = await app.execute({ kind: "stranger" }, "sign-in:create", ana, { address: "x" });
  if (!ack.ok) throw new Error(ack.error.code);
  cookie = await cookieOf(app, ack.data);
});
afterAll(() => app.close());

/** What the door answers, as `status code`, to a well-formed request with these changes. */
async function knock(name: string, body: BodyInit, changes: Record<string, string | undefined> = {}) {
  const lines = {
    host: "class.example.org",
    origin: site,
    "content-type": "application/json",
    cookie,
    ...changes,
  };
  const headers = new Headers();
  for (const [line, value] of Object.entries(lines)) if (value !== undefined) headers.set(line, value);
  const request = new Request(`${site}/api/commands/x`, { method: "POST", headers, body });
  const response = await POST(request, { params: Promise.resolve({ name }) });
  const ack = await response.json();
  expect(response.headers.get("cache-control")).toBe("no-store");
  return `${response.status} ${ack.ok ? "ok" : ack.error.code}`;
}

const revoke = JSON.stringify({ id: randomUUID() });

test("only our own pages are let in", async () => {
  for (const origin of [undefined, "null", "http://evil.example", `${site}.evil.example`])
    expect(await knock("share:revoke", revoke, { origin })).toBe("403 not_allowed");
  const proxied = { host: "127.0.0.1:3000", "x-forwarded-host": "class.example.org" };
  expect(await knock("share:revoke", revoke, proxied)).toBe("404 not_found");
});

test("only JSON of a bearable size is read", async () => {
  for (const type of [undefined, "text/plain", "application/x-www-form-urlencoded", "application/jsonp"])
    expect(await knock("share:revoke", revoke, { "content-type": type })).toBe("415 invalid");
  const charset = { "content-type": "application/json; charset=utf-8" };
  expect(await knock("share:revoke", revoke, charset)).toBe("404 not_found");
  expect(await knock("share:revoke", "{")).toBe("400 invalid");
  expect(await knock("share:revoke", "")).toBe("400 invalid");
  expect(await knock("share:revoke", "[]")).toBe("400 invalid");
  expect(await knock("share:revoke", `"${"x".repeat(17_000)}"`)).toBe("413 invalid");
  expect(await knock("share:revoke", revoke, { "content-length": "17000" })).toBe("413 invalid");
});

test("commands of consoles, phones, screens and the system are not here, nor is anything else", async () => {
  const closed = ["slide:next", "session:view", "response:submit", "session:expire", "timer:expire"];
  for (const name of [...closed, "sign-in:create", "toString", "__proto__", "", "nothing"])
    expect(await knock(name, "{}")).toBe("404 not_found");
});

test("a stranger is told to sign in", async () => {
  for (const name of ["session:start", "share:create", "share:revoke", "sign-in:end", "sign-in:end-all"])
    for (const nobody of [undefined, "next-auth.session-token=forged"])
      expect(await knock(name, "{}", { cookie: nobody })).toBe("401 signed_out");
});

test("a phone asks for what is its own as a stranger; a sign-in that comes along is not a phone's", async () => {
  const of = { kind: "response", promptId: "open" };
  const asked = JSON.stringify({ sessionId: randomUUID(), token: "a".repeat(64), of });
  for (const name of ["own:read", "own:delete"]) {
    expect(await knock(name, asked, { cookie: undefined })).toBe("200 ok");
    expect(await knock(name, asked)).toBe("403 not_allowed");
    expect(await knock(name, asked, { cookie: undefined, origin: "http://evil.example" })).toBe(
      "403 not_allowed",
    );
    const two = JSON.stringify({ ...JSON.parse(asked), of: [of, of] });
    expect(await knock(name, two, { cookie: undefined })).toBe("400 invalid");
  }
});

test("what was asked for is done", async () => {
  const used = JSON.stringify({
    setupToken: "used",
    email: "a@example.org",
    name: "A",
    password: "long enough",
  });
  expect(await knock("account:create", used, { cookie: undefined })).toBe("410 link_used");
  expect(await knock("sign-in:end", "{}")).toBe("200 ok");
  expect(await knock("sign-in:end", "{}")).toBe("401 signed_out");
});
