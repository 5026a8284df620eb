import { randomUUID } from "node:crypto";
import { encode } from "next-auth/jwt";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "@/protocol/actors";
import type { Ack } from "@/protocol/errors";
import { type TestDatabase, testDatabase } from "@/tests/support/database";
import { cookieOf, type TestApp, testApp } from "@/tests/support/test-app";

const stranger: Actor = { kind: "stranger" };
const home = { address: "10.0.0.1" };
const day = 24 * 60 * 60 * 1000;
const ana = { email: "ana@example.org", name: "Ana", password: "a good enough parent" };

let database: TestDatabase;
let app: TestApp;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  app = await testApp({ database });
});
afterEach(() => app.close());

async function link(): Promise<string> {
  const path = await app.firstRunLink();
  return new URLSearchParams(path?.split("?")[1]).get("token") ?? "";
}

const create = (setupToken: string, who = ana) =>
  app.execute(stranger, "account:create", { setupToken, ...who }, home);

const enter = (email = ana.email, password = ana.password, address = home.address) =>
  app.execute(stranger, "sign-in:create", { email, password }, { address });

async function signedIn() {
  const ack = await enter();
  if (!ack.ok) throw new Error(ack.error.code);
  const cookie = await cookieOf(app, ack.data);
  return { ...ack.data, cookie, actor: await app.actorOf(cookie) };
}

function code(ack: Ack<unknown>): string {
  return ack.ok ? "ok" : ack.error.code;
}

test("the first-run link makes one account and is dead afterwards", async () => {
  const token = await link();
  expect(await app.queries.setupOpen(token)).toBe(true);
  expect(code(await create(token))).toBe("ok");
  expect(await app.queries.setupOpen(token)).toBe(false);
  expect(code(await create(token, { ...ana, email: "eva@example.org" }))).toBe("link_used");
  expect(await app.firstRunLink()).toBeUndefined();
  expect(await app.sql`select name from facilitators`).toEqual([{ name: "Ana" }]);
});

test("two people who use the link at the same moment make one account", async () => {
  const token = await link();
  const people = Array.from({ length: 6 }, (_, n) => ({ ...ana, email: `person${n}@example.org` }));
  const outcomes = (await Promise.all(people.map((who) => create(token, who)))).map(code);
  expect(outcomes.sort()).toEqual([...Array(5).fill("link_used"), "ok"]);
  expect(await app.sql`select id from facilitators`).toHaveLength(1);
});

test("only the link that was printed last works, and only its hash is stored", async () => {
  const [older, newer] = [await link(), await link()];
  expect(code(await create(older))).toBe("link_used");
  const stored = await app.sql`select token_hash from setup_links`;
  expect(stored).toHaveLength(1);
  expect(JSON.stringify(stored)).not.toContain(newer);
  expect(code(await create(newer))).toBe("ok");
});

test("a made-up link, a weak password and a wrong e-mail are refused", async () => {
  const token = await link();
  expect(code(await create("made-up"))).toBe("link_used");
  expect(code(await create(token, { ...ana, password: "too short" }))).toBe("invalid");
  expect(code(await create(token, { ...ana, email: "ana" }))).toBe("invalid");
  expect(code(await create(token))).toBe("ok");
});

test("signing in needs the right password, and writes the e-mail as it likes", async () => {
  await create(await link());
  expect(code(await enter(" Ana@Example.ORG "))).toBe("ok");
  expect(code(await enter(ana.email, "wrong"))).toBe("credentials_wrong");
  expect(code(await enter("nobody@example.org"))).toBe("credentials_wrong");
  const [row] = await app.sql`select password_hash from facilitators`;
  expect(row?.password_hash).toMatch(/^\$argon2id\$/);
});

test("guessing is slowed down for the guesser alone", async () => {
  await create(await link());
  for (let n = 0; n < 5; n += 1) expect(code(await enter(ana.email, "wrong"))).toBe("credentials_wrong");
  expect(code(await enter())).toBe("too_many_tries");
  expect(code(await enter(ana.email, ana.password, "10.0.0.2"))).toBe("ok");
  app.clock.time += 60_000;
  expect(code(await enter())).toBe("ok");
});

test("the cookie is the facilitator, whole or in pieces", async () => {
  await create(await link());
  const { cookie, facilitatorId, signInId } = await signedIn();
  const [name = "", value = ""] = cookie.split(/=(.*)/s);
  const pieces = `${name}.1=${value.slice(40)}; x=y; ${name}.0=${value.slice(0, 40)}`;
  for (const header of [cookie, `a=b; ${cookie}`, pieces])
    expect(await app.actorOf(header)).toEqual({ kind: "facilitator", facilitatorId, signInId });
});

test("over https only the cookie counts that no other page could have planted", async () => {
  const https = await testApp({ env: { ATTUNE_URL: "https://class.example.org" }, database });
  try {
    await create(await link());
    const { cookie, facilitatorId, signInId } = await signedIn();
    expect(await https.actorOf(cookie)).toEqual(stranger);
    expect(await https.actorOf(`__Secure-${cookie}`)).toEqual({
      kind: "facilitator",
      facilitatorId,
      signInId,
    });
    expect(await app.actorOf(`__Secure-${cookie}`)).toEqual(stranger);
  } finally {
    await https.close();
  }
});

test("no other cookie is anybody", async () => {
  await create(await link());
  const { facilitatorId, signInId, cookie } = await signedIn();
  const elsewhere = await encode({ token: { facilitatorId, signInId }, secret: "another secret" });
  const unknown = await cookieOf(app, { facilitatorId, signInId: randomUUID() });
  const mixed = await cookieOf(app, { facilitatorId: randomUUID(), signInId });
  const name = "next-auth.session-token";
  for (const header of [undefined, "", `${name}=${elsewhere}`, `${name}=x`, unknown, mixed, `x${cookie}`])
    expect(await app.actorOf(header)).toEqual(stranger);
});

test("signing out kills this cookie and no other", async () => {
  await create(await link());
  const [one, other] = [await signedIn(), await signedIn()];
  expect(code(await app.execute(one.actor, "sign-in:end", {}, home))).toBe("ok");
  expect(await app.actorOf(one.cookie)).toEqual(stranger);
  expect(await app.actorOf(other.cookie)).toEqual(other.actor);
});

test("signing out everywhere kills every cookie of this facilitator", async () => {
  await create(await link());
  const all = [await signedIn(), await signedIn(), await signedIn()];
  expect(code(await app.execute(all[0]?.actor ?? stranger, "sign-in:end-all", {}, home))).toBe("ok");
  for (const { cookie } of all) expect(await app.actorOf(cookie)).toEqual(stranger);
  expect(await app.sql`select id from sign_ins`).toHaveLength(0);
});

test("a sign-in ends by itself after thirty days, and its row goes with the next sign-in", async () => {
  await create(await link());
  const { cookie, actor, signInId } = await signedIn();
  app.clock.time += 30 * day - 1000;
  expect(await app.actorOf(cookie)).toEqual(actor);
  app.clock.time += 1000;
  expect(await app.actorOf(cookie)).toEqual(stranger);
  await enter();
  expect(await app.sql`select id from sign_ins where id = ${signInId}`).toHaveLength(0);
});

test("a stranger cannot sign anybody out, and a facilitator makes no account", async () => {
  await create(await link());
  const { actor } = await signedIn();
  expect(code(await app.execute(stranger, "sign-in:end-all", {}, home))).toBe("signed_out");
  expect(code(await app.execute(actor, "account:create", { setupToken: "x", ...ana }, home))).toBe(
    "not_allowed",
  );
});
