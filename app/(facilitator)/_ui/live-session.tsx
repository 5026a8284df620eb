import Link from "next/link";
import { useTranslations } from "next-intl";
import styles from "@/app/(facilitator)/_ui/live-session.module.css";
import type { SessionCard } from "@/protocol/summaries";

/** The way back into sessions that are running: the first thing on a page that has any. */
export function LiveSessions({ sessions }: { sessions: SessionCard[] }) {
  const t = useTranslations("sessions");
  if (sessions.length === 0) return null;
  return (
    <section className={styles.live} aria-label={t("running")}>
      {sessions.map((session) => (
        <article key={session.id}>
          <div>
            <p className={styles.status}>{t(session.status === "lobby" ? "inLobby" : "running")}</p>
            <h2>{session.title}</h2>
            <p>
              {session.code && t("code", { code: `${session.code.slice(0, 4)} ${session.code.slice(4)}` })}{" "}
              {t("phones", { count: session.phones })}
            </p>
          </div>
          <Link href={`/sessions/${session.id}/console`} className="button">
            {t("toConsole")}
          </Link>
        </article>
      ))}
    </section>
  );
}
