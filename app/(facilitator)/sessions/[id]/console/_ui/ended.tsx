import { useTranslations } from "next-intl";
import type { ConsoleView } from "@/protocol/views";
import styles from "./ended.module.css";

/** What remains of the session, in words; the way to it is the strong button below. */
export function Ended({ view }: { view: ConsoleView }) {
  const t = useTranslations("console.ended");
  return (
    <section className={styles.ended} aria-labelledby="ended-title">
      <h2 id="ended-title">{t("title")}</h2>
      <ul>
        <li>{t("phones")}</li>
        <li>{t("code")}</li>
        <li>{t("summary")}</li>
      </ul>
      {view.undo === "end" && <p>{t("undo")}</p>}
      <p>
        <a href="/sessions">{t("sessions")}</a>
      </p>
    </section>
  );
}
