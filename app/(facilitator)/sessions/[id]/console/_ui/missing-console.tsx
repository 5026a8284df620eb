import { useTranslations } from "next-intl";
import styles from "./message.module.css";

/** For a session that is gone or somebody else's; which of the two is nobody's business. */
export function MissingConsole() {
  const t = useTranslations("console.missing");
  return (
    <main className={styles.message}>
      <h1>{t("title")}</h1>
      <p>{t("text")}</p>
      <p>
        <a className="button" href="/sessions">
          {t("sessions")}
        </a>
      </p>
    </main>
  );
}
