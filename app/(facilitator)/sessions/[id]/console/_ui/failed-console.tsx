import { useTranslations } from "next-intl";
import styles from "./message.module.css";

export function FailedConsole({ onAgain }: { onAgain: () => void }) {
  const t = useTranslations("console.failed");
  return (
    <main className={styles.message}>
      <h1>{t("title")}</h1>
      <p>{t("text")}</p>
      <p>
        <button type="button" className="button" onClick={onAgain}>
          {t("again")}
        </button>
      </p>
    </main>
  );
}
