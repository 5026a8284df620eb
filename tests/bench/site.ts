import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { choiceOf, consoleVenue, openChoice } from "@/tests/bench/venues";
import { startAttune } from "@/tests/support/attune-process";

/** A whole Attune, with its pages, and a class in which a choice is open. */
export type Site = { origin: string; code: string; title: string; close: () => Promise<void> };

export async function openSite(): Promise<Site> {
  const data = await mkdtemp(join(tmpdir(), "attune-bench-site-"));
  const attune = startAttune({ ATTUNE_DATA: data }, "server/index.ts");
  const end = async () => {
    attune.child.kill("SIGTERM");
    await attune.exit();
    await rm(data, { recursive: true, force: true });
  };
  try {
    await attune.ready();
    const origin = attune.origin();
    const cookie = await signUp(origin, /token=([\w.-]+)/.exec(attune.stdout())?.[1] ?? "");
    const id = randomUUID();
    await post(origin, cookie, "session:start", { id, classId: await longestClass(origin, cookie) });
    const venue = await consoleVenue(origin, { id, cookie });
    await openChoice(venue, choiceOf(venue));
    const { code, slide } = venue.view();
    return {
      origin,
      code: code ?? "",
      title: slide?.title ?? "",
      close: async () => {
        venue.close();
        await end();
      },
    };
  } catch (error) {
    await end();
    throw error;
  }
}

/** Makes the first account as the first-run page does; answers the sign-in cookie. */
async function signUp(origin: string, setupToken: string): Promise<string> {
  const asked = await fetch(`${origin}/api/auth/csrf`);
  const { csrfToken } = (await asked.json()) as { csrfToken: string };
  const account = { email: "bench@example.org", password: "only for this bench", name: "Bench" };
  const done = await fetch(`${origin}/api/auth/callback/setup`, {
    method: "POST",
    redirect: "manual",
    headers: { origin, cookie: cookiesOf(asked) },
    body: new URLSearchParams({ csrfToken, setupToken, ...account }),
  });
  const cookie = cookiesOf(done);
  if (!cookie.includes("session-token"))
    throw new Error(`no account was made: ${done.status} ${done.headers.get("location")}`);
  return cookie;
}

/** The class that its library shows first: the whole evening on attachment. */
async function longestClass(origin: string, cookie: string): Promise<string> {
  const page = await (await fetch(`${origin}/classes`, { headers: { cookie } })).text();
  const id = /\/classes\/([0-9a-f-]{36})/.exec(page)?.[1];
  if (!id) throw new Error("the library shows no class");
  return id;
}

async function post(origin: string, cookie: string, name: string, input: object): Promise<void> {
  const headers = { origin, cookie, "content-type": "application/json" };
  const answer = await fetch(`${origin}/api/commands/${name}`, {
    method: "POST",
    headers,
    body: JSON.stringify(input),
  });
  if (!answer.ok) throw new Error(`${name}: ${await answer.text()}`);
}

const cookiesOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
