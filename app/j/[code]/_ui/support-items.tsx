import { useTranslations } from "next-intl";
import { usePhoneTools } from "@/app/_client/phone-tools";
import { LeaveLink } from "@/app/j/[code]/_ui/leave-link";
import styles from "@/app/j/[code]/_ui/support-items.module.css";

/** In the bar, on every page: help, and the way out. */
export function SupportItems() {
  const t = useTranslations("phone");
  const tools = usePhoneTools();
  if (!tools) return null;
  return (
    <>
      <button type="button" aria-haspopup="dialog" className={styles.item} onClick={tools.openSupport}>
        {t("support.open")}
      </button>
      <LeaveLink className={`${styles.item} ${styles.leave}`}>
        <svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true" className={styles.way}>
          <path d="M14 4h5a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1h-5M4 12h11M11 7.5 15.5 12 11 16.5" />
        </svg>
        <span>{t("leave.open")}</span>
      </LeaveLink>
    </>
  );
}
