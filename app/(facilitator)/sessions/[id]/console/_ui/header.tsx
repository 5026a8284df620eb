import { useTranslations } from "next-intl";
import { spacedCode } from "@/app/screen/_ui/address";
import type { Cockpit } from "./cockpit";
import styles from "./header.module.css";

/** Which class this is, where it stands, and what late-comers and the projector need. */
export function Header({ control, onSheet, blocked }: Cockpit) {
  const t = useTranslations("console.header");
  const { view, screens } = control.state;
  return (
    <header className={styles.header}>
      <div className={styles.names}>
        <h1 lang={view.language} dir="auto">
          {view.title}
        </h1>
        <p>
          {view.status === "live" && t("place", { place: view.place, slides: view.slides })}
          {view.status === "lobby" && t("lobby")}
          {view.status === "ended" && t("ended")}
          <span className={styles.link} data-link={blocked ? "away" : "online"}>
            {blocked === null ? t("online") : blocked === "connecting" ? t("connecting") : t("away")}
          </span>
        </p>
      </div>
      {view.status === "live" && (
        <div className={styles.doors}>
          {view.code && (
            <button type="button" className="button quiet" onClick={() => onSheet("join")}>
              {t("join")}
              <b className={styles.code} dir="ltr">
                {spacedCode(view.code)}
              </b>
            </button>
          )}
          <a
            className={`button quiet ${styles.screen}`}
            data-missing={screens === 0 && blocked === null}
            href={view.screenPath}
            target="_blank"
            rel="noreferrer"
          >
            {screens > 0 || blocked !== null ? t("screen") : t("screenMissing")}
            <span className="unseen"> {t("newWindow")}</span>
          </a>
        </div>
      )}
    </header>
  );
}
