import { sessionOf, sessionsOf } from "@/db/stores/sessions";
import type { Actor } from "@/protocol/actors";
import { sessionId } from "@/protocol/ids";
import { type SessionCard, sessionCard } from "@/protocol/summaries";
import type { ConsoleView, ScreenView } from "@/protocol/views";
import { verifyScreenKey } from "@/server/auth/links";
import type { Context } from "@/server/context";
import { facilitatorOf } from "@/server/queries/library";

type Parts = Pick<Context, "db" | "secrets" | "views">;

/** What the facilitator ran, runs and has planned, newest first. */
export async function sessionCards({ db }: Parts, actor: Actor): Promise<SessionCard[]> {
  const rows = await sessionsOf(db, facilitatorOf(actor).facilitatorId);
  return rows.map(({ id, title, code, state, createdAt, phones }) =>
    sessionCard.parse({
      id,
      title,
      status: state.status,
      code: state.status === "ended" ? null : code,
      startedAt: state.startedAt,
      endedAt: state.endedAt,
      createdAt: createdAt.getTime(),
      phones,
    }),
  );
}

export async function consoleOf(parts: Parts, actor: Actor, id: string): Promise<ConsoleView | undefined> {
  const parsed = sessionId.safeParse(id);
  if (!parsed.success) return undefined;
  const session = await sessionOf(parts.db, facilitatorOf(actor).facilitatorId, parsed.data);
  return session && parts.views.console(session.id);
}

/** The screen of a session, for whoever has its signed key. */
export async function screenOf(parts: Parts, id: string, key: string): Promise<ScreenView | undefined> {
  const known = verifyScreenKey(parts.secrets, key);
  return known && known === id ? parts.views.screen(known) : undefined;
}
