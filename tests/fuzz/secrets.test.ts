import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openLine } from "@/tests/fuzz/line";
import { answeringPhones, textsOf } from "@/tests/support/answering";
import { databaseUrl, startAttune } from "@/tests/support/attune-process";
import { openClass, openPrompt } from "@/tests/support/live-class";
import { until } from "@/tests/support/until";

const master = "a master secret that stands in no log 0123456789";
const password = "a password that stands in no log";

/** A form as a browser without scripts sends it: the cookie that proves it to be ours first. */
async function sendForm(origin: string, action: string, fields: Record<string, string>) {
  const asked = await fetch(`${origin}/api/auth/csrf`);
  const { csrfToken } = (await asked.json()) as { csrfToken: string };
  const cookie = asked.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  const answer = await fetch(`${origin}/api/auth/${action}`, {
    method: "POST",
    redirect: "manual",
    headers: { cookie, accept: "application/json", "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ csrfToken, ...fields }),
  });
  return { status: answer.status, cookies: answer.headers.getSetCookie().join("; "), csrfToken };
}

test("at its most talkative, and when everything fails, no log line holds a secret or what somebody wrote", async () => {
  const data = await mkdtemp(join(tmpdir(), "attune-secrets-"));
  const settings = { ATTUNE_DATA: data, ATTUNE_SECRET: master, ATTUNE_LOG: "debug" };
  const attune = startAttune(settings, "server/index.ts");
  await attune.ready();
  const origin = attune.origin();
  const setupToken = /\/setup\?token=(\S+)/.exec(attune.stdout())?.[1] ?? "";
  const account = { email: "rosa@example.org", name: "Rosa Vidal", password };
  const made = await sendForm(origin, "callback/setup", { setupToken, ...account });
  expect(made.status).toBe(200);
  const signedIn = await sendForm(origin, "callback/credentials", account);
  expect(signedIn.cookies).toContain("session-token=");
  expect(
    (await sendForm(origin, "callback/credentials", { ...account, password: `${password}x` })).status,
  ).toBe(401);

  const url = databaseUrl(data);
  const live = await openClass(url, settings);
  const console = await openPrompt(live, origin, "open");
  const screen = await live.screen(origin);
  const phones = await answeringPhones(3, origin, live);
  for (const [n, phone] of phones.entries()) phone.writeAll("open", textsOf(n, "open", 2));
  await until(() => phones.every((phone) => phone.settled()));
  const token = "f".repeat(63);
  const lines = [`40{"as":"phone","ticket":"${live.ticket}","attendance":"${token}"}`, `42["${live.ticket}"`];
  for (const text of lines) {
    const line = openLine({ origin, headers: { cookie: live.cookie }, heard: () => undefined });
    await line.hears((heard) => heard.startsWith("0{"));
    line.say(text);
    await line.hears((heard) => heard.startsWith("44"));
    line.close();
  }
  await fetch(`${origin}/api/commands/session:start`, {
    method: "POST",
    headers: { origin, cookie: live.cookie, "content-type": "application/json" },
    body: `{"id": "${live.screenKey}"`,
  });

  // The database goes away amid commands, forms and pages.
  process.kill(Number(readFileSync(join(data, "postgres/postmaster.pid"), "utf8").split("\n")[0]), "SIGKILL");
  for (const [n, phone] of phones.entries()) phone.writeAll("open", textsOf(n, "open", 5).slice(3));
  await Promise.all([
    sendForm(origin, "callback/credentials", account),
    fetch(`${origin}/j/${live.code}`),
    fetch(`${origin}/screen/${live.id}?key=${live.screenKey}`),
    fetch(`${origin}/classes`, { headers: { cookie: live.cookie } }),
    fetch(`${origin}/s/${live.ticket}`),
    fetch(`${origin}/setup?token=${setupToken}`),
  ]);
  for (const client of [console, screen]) client.close();
  for (const phone of phones) phone.close();
  attune.child.kill("SIGTERM");
  await attune.exit();
  await rm(data, { recursive: true, force: true });

  const log = attune.stderr();
  const keys = phones.flatMap(({ answers }) => [...answers.values()].map(({ key }) => key));
  const secrets = {
    master,
    password,
    setupToken,
    csrf: made.csrfToken,
    session: /session-token=([^;]+)/.exec(signedIn.cookies)?.[1] ?? "",
    cookie: live.cookie.split("=")[1] ?? "",
    ticket: live.ticket,
    screenKey: live.screenKey,
    code: live.code,
    attendance: token,
    database: new URL(url).password,
    email: account.email,
    name: account.name,
    text: "Phone 1 to open",
    ...Object.fromEntries(keys.map((key, n) => [`key ${n}`, key])),
  };
  for (const [what, secret] of Object.entries(secrets)) {
    expect(secret.length, what).toBeGreaterThan(5);
    expect(log.includes(secret), `${what} is in the log`).toBe(false);
    // The link for the first account is printed on purpose, to whoever started the program.
    if (what !== "setupToken") expect(attune.stdout().includes(secret), `${what} was printed`).toBe(false);
  }
}, 120_000);
