import { randomUUID } from "node:crypto";
import { encode } from "next-auth/jwt";
import { connect as connectDatabase } from "@/db/connect";
import { insertFacilitator, insertSignIn } from "@/db/stores/facilitators";
import { insertSession } from "@/db/stores/sessions";
import { insertTeam } from "@/db/stores/teams";
import { classId, facilitatorId, type SessionId, sessionId, signInId, slideId, teamId } from "@/protocol/ids";
import type { ConsoleView, ScreenView } from "@/protocol/views";
import { signScreenLink, signTicket } from "@/server/auth/links";
import { makeCode } from "@/server/codes";
import { newSession } from "@/server/domain/session";
import { parseConfig } from "@/server/env";
import { openSecrets } from "@/server/secrets";
import { type Client, connect, step } from "@/tests/support/client";
import { everyKind } from "@/tests/support/decks";

/** A class under way on a real Attune, and how its audiences come in at one of its addresses. */
export type LiveClass = {
  id: SessionId;
  /** What a phone gets with its page. */
  ticket: string;
  /** What a parent types. */
  code: string;
  /** What the facilitator's browser, and the screen's address, carry. */
  cookie: string;
  screenKey: string;
  console: (site: string) => Promise<Client<ConsoleView>>;
  screen: (site: string) => Promise<Client<ScreenView>>;
};

const day = 24 * 60 * 60 * 1000;

/**
 * Starts a session of a class with one slide of every kind on a database that Attune
 * has made ready, with the settings that the process itself was started with.
 */
export async function openClass(
  databaseUrl: string,
  settings: Record<string, string>,
  now = Date.now(),
): Promise<LiveClass> {
  const { db, close } = await connectDatabase(databaseUrl);
  try {
    const secrets = await openSecrets(parseConfig(settings), db);
    const createdAt = new Date(now);
    const team = { id: teamId.parse(randomUUID()), name: "Our team", support: [], createdAt };
    const owner = facilitatorId.parse(randomUUID());
    const signIn = signInId.parse(randomUUID());
    await insertTeam(db, team);
    await insertFacilitator(db, {
      id: owner,
      teamId: team.id,
      email: `${owner}@example.org`,
      name: "Ana",
      passwordHash: "none",
      createdAt,
    });
    await insertSignIn(db, {
      id: signIn,
      facilitatorId: owner,
      createdAt,
      expiresAt: new Date(now + 30 * day),
    });
    const id = sessionId.parse(randomUUID());
    const code = makeCode();
    await insertSession(db, {
      id,
      ownerId: owner,
      classId: classId.parse(randomUUID()),
      deck: everyKind,
      code,
      textDays: 90,
      state: newSession({ language: everyKind.language, support: [] }),
      createdAt,
      touchedAt: createdAt,
    });
    const token = await encode({
      token: { facilitatorId: owner, signInId: signIn },
      secret: secrets.auth,
    });
    const cookie = `next-auth.session-token=${token}`;
    const key = signScreenLink(secrets, id).split("key=")[1] ?? "";
    return {
      id,
      ticket: signTicket(secrets, id, now),
      code,
      cookie,
      screenKey: key,
      console: (site) => connect(site, { as: "console", sessionId: id }, { origin: site, cookie }),
      screen: (site) => connect(site, { as: "screen", key }, { origin: site }),
    };
  } finally {
    await close();
  }
}

/** A console that stands at this prompt, open. */
export async function openPrompt(live: LiveClass, site: string, slide: string): Promise<Client<ConsoleView>> {
  const console = await live.console(site);
  await step(console, "slide:go", { slideId: slideId.parse(slide) });
  await step(console, "prompt:open", { slideId: slideId.parse(slide) });
  return console;
}
