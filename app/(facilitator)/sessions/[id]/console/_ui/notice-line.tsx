import { useTranslations } from "next-intl";
import type { Cockpit } from "./cockpit";
import styles from "./notice-line.module.css";

/** Reasons that hold only for as long as the page is away. */
const away = new Set<string>(["connecting", "offline", "unreachable", "stopping", "refused", "signed_out"]);

/** What became of a press that was not carried out. */
export function NoticeLine({ control: { notice, dismiss }, blocked }: Cockpit) {
  const t = useTranslations("console.notice");
  const past = notice && blocked === null && away.has(notice.reason);
  return (
    <div role="alert" className={styles.holder}>
      {notice && (
        <p key={notice.nth} className={styles.notice}>
          <span>{t(past ? "not_sent" : notice.reason)}</span>
          <button type="button" onClick={dismiss}>
            {t("dismiss")}
          </button>
        </p>
      )}
    </div>
  );
}
