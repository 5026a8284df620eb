import Link from "next/link";
import { useTranslations } from "next-intl";
import { LiveSessions } from "@/app/(facilitator)/_ui/live-session";
import { PastSessions } from "@/app/(facilitator)/sessions/_ui/past-sessions";
import styles from "@/app/(facilitator)/sessions/_ui/sessions.module.css";
import type { SessionCard } from "@/protocol/summaries";

export function Sessions({ sessions }: { sessions: SessionCard[] }) {
  const t = useTranslations("sessions");
  const past = sessions.filter((session) => session.status === "ended");
  return (
    <main id="content" tabIndex={-1}>
      <h1 className={styles.title}>{t("title")}</h1>
      <LiveSessions sessions={sessions.filter((session) => session.status !== "ended")} />
      {sessions.length === 0 && (
        <div className={styles.empty}>
          <h2>{t("emptyTitle")}</h2>
          <p>{t("emptyText")}</p>
          <Link href="/classes" className="button">
            {t("toClasses")}
          </Link>
        </div>
      )}
      {past.length > 0 && <PastSessions sessions={past} />}
    </main>
  );
}
