import { createHmac, randomBytes, randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { upsertBuiltInClass } from "@/db/stores/classes";
import { insertFacilitator, insertSignIn } from "@/db/stores/facilitators";
import { sessionById } from "@/db/stores/sessions";
import { insertTeam } from "@/db/stores/teams";
import type { ActorOf } from "@/protocol/actors";
import type { Deck } from "@/protocol/classes";
import {
  classId,
  facilitatorId,
  promptId,
  type SessionId,
  sessionId,
  signInId,
  teamId,
} from "@/protocol/ids";
import type { ResponseValue } from "@/protocol/kinds";
import type { ConsoleView, PhoneView, ScreenView } from "@/protocol/views";
import { signScreenLink, signTicket } from "@/server/auth/links";
import { type Client, connect } from "@/tests/support/client";
import { everyKind } from "@/tests/support/decks";
import { cookieOf, testApp } from "@/tests/support/test-app";

export const origin = { address: "10.0.0.1" };
const day = 24 * 60 * 60 * 1000;

export type Facilitator = { actor: ActorOf<"facilitator">; cookie: string };
export type Phone = Client<PhoneView> & {
  /** Answers one round of a prompt, by its prompt id. */
  answer: (prompt: string, value: ResponseValue) => ReturnType<Client<PhoneView>["send"]>;
  /** The token that its secret gives for a purpose. */
  token: (purpose: string) => string;
};
export type Room = Awaited<ReturnType<typeof openRoom>>;

/** The whole application on a real database and a real port, with whoever a test needs in it. */
export async function openRoom({
  env,
  deck = everyKind,
}: {
  env?: Record<string, string>;
  deck?: Deck;
} = {}) {
  const app = await testApp({ env });
  const { db, secrets } = app.parts;
  const server = createServer();
  app.attach(server);
  await once(server.listen(0, "127.0.0.1"), "listening");
  const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const clients: { close: () => void }[] = [];
  const madeClass = classId.parse(randomUUID());
  await upsertBuiltInClass(db, { id: madeClass, slug: deck.slug, contentHash: "made for tests", deck });

  const come = async <V extends PhoneView | ScreenView | ConsoleView>(
    auth: Record<string, unknown>,
    headers: Record<string, string> = {},
  ): Promise<Client<V>> => {
    const client = await connect<V>(site, auth, { origin: site, ...headers });
    clients.push(client);
    return client;
  };

  return {
    app,
    site,
    classId: madeClass,

    /** Somebody who is signed in. */
    facilitator: async (): Promise<Facilitator> => {
      const [id, signIn, now] = [
        facilitatorId.parse(randomUUID()),
        signInId.parse(randomUUID()),
        app.clock.time,
      ];
      const createdAt = new Date(now);
      const team = { id: teamId.parse(randomUUID()), name: "Our team", support: [], createdAt };
      await insertTeam(db, team);
      await insertFacilitator(db, {
        teamId: team.id,
        id,
        email: `${id}@example.org`,
        name: "Ana",
        passwordHash: "none",
        createdAt,
      });
      await insertSignIn(db, {
        id: signIn,
        facilitatorId: id,
        createdAt,
        expiresAt: new Date(now + 30 * day),
      });
      const cookie = await cookieOf(app, { facilitatorId: id, signInId: signIn });
      return { actor: { kind: "facilitator", facilitatorId: id, signInId: signIn }, cookie };
    },

    start: async ({ actor }: Facilitator): Promise<SessionId> => {
      const id = sessionId.parse(randomUUID());
      const ack = await app.execute(actor, "session:start", { id, classId: madeClass }, origin);
      if (!ack.ok) throw new Error(ack.error.code);
      return id;
    },

    codeOf: async (id: SessionId): Promise<string> => (await sessionById(db, id))?.code ?? "none",

    console: ({ cookie }: Facilitator, id: SessionId) =>
      come<ConsoleView>({ as: "console", sessionId: id }, { cookie }),

    screen: (id: SessionId) =>
      come<ScreenView>({ as: "screen", key: signScreenLink(secrets, id).split("key=")[1] }),

    /** A phone with a secret of its own, as the phone's page makes it. */
    phone: async (
      id: SessionId,
      secret = randomBytes(32),
      language?: string,
      patches?: true,
    ): Promise<Phone> => {
      const token = (purpose: string) =>
        createHmac("sha256", secret).update(`${id}\0${purpose}`).digest("hex");
      const ticket = signTicket(secrets, id, app.clock.time);
      const client = await come<PhoneView>({
        as: "phone",
        ticket,
        attendance: token("attendance"),
        language,
        patches,
      });
      const answer: Phone["answer"] = (prompt, value) =>
        client.send("response:submit", { promptId: promptId.parse(prompt), token: token(prompt), value });
      return { ...client, answer, token };
    },

    close: async () => {
      await app.close();
      for (const client of clients) client.close();
      server.close();
    },
  };
}

/** So many phones at once. */
export function phones(room: Room, id: SessionId, count: number): Promise<Phone[]> {
  return Promise.all(Array.from({ length: count }, () => room.phone(id)));
}
