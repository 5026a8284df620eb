"use client";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { useTimeZone } from "@/app/_client/time-zone";
import { LocalTime } from "@/app/_ui/local-time";
import { byMonth, heldAt, minutesOf } from "@/app/(facilitator)/sessions/_ui/months";
import styles from "@/app/(facilitator)/sessions/_ui/sessions.module.css";
import type { SessionCard } from "@/protocol/summaries";

/** What ran, by month in the reader's own time zone, newest first. */
export function PastSessions({ sessions }: { sessions: SessionCard[] }) {
  const t = useTranslations("sessions");
  const format = useFormatter();
  const timeZone = useTimeZone() ?? "UTC";
  return byMonth(sessions, timeZone).map(({ month, sessions: held }) => (
    <section key={month} className={styles.month} aria-labelledby={`month-${month}`}>
      <h2 id={`month-${month}`}>
        {format.dateTime(new Date(heldAt(held[0])), { month: "long", year: "numeric", timeZone })}
      </h2>
      <ul className={styles.sessions}>
        {held.map((session) => (
          <li key={session.id}>
            <div>
              <h3>
                <Link href={`/sessions/${session.id}/summary`}>{session.title}</Link>
              </h3>
              <p className={styles.facts}>
                <LocalTime at={heldAt(session)} />
                <Length session={session} />
                <span>{t("phones", { count: session.phones })}</span>
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  ));
}

function Length({ session }: { session: SessionCard }) {
  const t = useTranslations("sessions");
  const minutes = minutesOf(session);
  if (minutes === undefined) return <span>{t("neverBegan")}</span>;
  if (minutes < 60) return <span>{t("minutes", { minutes })}</span>;
  return <span>{t("hours", { hours: Math.floor(minutes / 60), minutes: minutes % 60 })}</span>;
}
