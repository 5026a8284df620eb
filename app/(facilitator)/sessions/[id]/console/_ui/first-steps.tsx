import { useTranslations } from "next-intl";
import type { Cockpit } from "./cockpit";
import styles from "./first-steps.module.css";

/** The lobby's three steps, for whoever does this for the first time; each says when it is done. */
export function FirstSteps({ control, phones, onSheet }: Cockpit) {
  const t = useTranslations("console.lobby");
  const { view, screens } = control.state;
  return (
    <section className={styles.steps} aria-labelledby="lobby-title">
      <h2 id="lobby-title">{t("title")}</h2>
      <ol>
        <li data-done={screens > 0}>
          <h3>{t("screenTitle")}</h3>
          <p>{t("screenText")}</p>
          <p>
            <a className="button quiet" href={view.screenPath} target="_blank" rel="noreferrer">
              {t("screenOpen")}
              <span className="unseen"> {t("newWindow")}</span>
            </a>
          </p>
          <p className={styles.state}>{t("screens", { count: screens })}</p>
        </li>
        <li data-done={phones > 0}>
          <h3>{t("joinTitle")}</h3>
          <p>{t("joinText")}</p>
          <p className={styles.state}>{t("phones", { count: phones })}</p>
        </li>
        <li>
          <h3>{t("beginTitle")}</h3>
          <p>{t("beginText")}</p>
        </li>
      </ol>
      <p className={styles.release}>
        {t(`release.${view.release}`)}{" "}
        <button type="button" onClick={() => onSheet("release")}>
          {t("releaseChange")}
        </button>
      </p>
    </section>
  );
}
