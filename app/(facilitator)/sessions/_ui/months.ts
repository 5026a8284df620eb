import type { SessionCard } from "@/protocol/summaries";

type Held = Pick<SessionCard, "startedAt" | "endedAt" | "createdAt">;

/** When a session took place: from its first slide, or from the lobby if it got no further. */
export const heldAt = (session: Held | undefined) => session?.startedAt ?? session?.createdAt ?? 0;

/** How long it ran; undefined when it never began. */
export function minutesOf({ startedAt, endedAt }: Held): number | undefined {
  if (startedAt === null || endedAt === null) return undefined;
  return Math.max(1, Math.round((endedAt - startedAt) / 60_000));
}

/** Newest first, in groups by calendar month as the given time zone counts it. */
export function byMonth<S extends Held>(sessions: S[], timeZone: string): { month: string; sessions: S[] }[] {
  const groups = new Map<string, S[]>();
  for (const session of [...sessions].sort((a, b) => heldAt(b) - heldAt(a))) {
    const month = monthOf(heldAt(session), timeZone);
    groups.set(month, [...(groups.get(month) ?? []), session]);
  }
  return [...groups].map(([month, held]) => ({ month, sessions: held }));
}

function monthOf(at: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat("en", { year: "numeric", month: "2-digit", timeZone }).formatToParts(
    at,
  );
  const part = (type: string) => parts.find((found) => found.type === type)?.value ?? "";
  return `${part("year")}-${part("month")}`;
}
