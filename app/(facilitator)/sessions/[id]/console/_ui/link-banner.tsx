import { useTranslations } from "next-intl";
import type { Cockpit } from "./cockpit";
import styles from "./link-banner.module.css";

/** Codes of a refusal that this page has words of its own for. */
const known = new Set(["not_found", "not_allowed", "session_ended", "overloaded", "too_many_tries"]);

/** Which side is not connected, and what the room sees meanwhile. */
export function LinkBanner({ control, blocked }: Cockpit) {
  const t = useTranslations("console.link");
  const { view, refusal } = control.state;
  const away = blocked !== null && blocked !== "connecting";
  return (
    <div role="status" className={styles.holder}>
      {away && (
        <div className={styles.banner}>
          <p>
            <b>{t(`${blocked}.title`)}</b>{" "}
            {blocked === "refused" && refusal && known.has(refusal)
              ? t(`refusal.${refusal}`)
              : t(`${blocked}.text`)}
          </p>
          {blocked === "signed_out" && (
            <a className="button" href={`/sign-in?next=/sessions/${view.id}/console`}>
              {t("signIn")}
            </a>
          )}
          {blocked === "refused" && (
            <a className="button quiet" href="/sessions">
              {t("sessions")}
            </a>
          )}
        </div>
      )}
    </div>
  );
}
