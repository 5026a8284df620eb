import { useTranslations } from "next-intl";
import type { Cockpit } from "./cockpit";
import styles from "./notice-line.module.css";

/** What became of a press that was not carried out. */
export function NoticeLine({ control: { notice, dismiss } }: Cockpit) {
  const t = useTranslations("console.notice");
  return (
    <div role="alert" className={styles.holder}>
      {notice && (
        <p key={notice.nth} className={styles.notice}>
          <span>{t(notice.reason)}</span>
          <button type="button" onClick={dismiss}>
            {t("dismiss")}
          </button>
        </p>
      )}
    </div>
  );
}
