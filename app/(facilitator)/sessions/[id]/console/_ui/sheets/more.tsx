import { useTranslations } from "next-intl";
import type { SheetProps } from "@/app/(facilitator)/sessions/[id]/console/_ui/cockpit";
import { QuietSteps } from "@/app/(facilitator)/sessions/[id]/console/_ui/quiet-steps";
import styles from "./sheets.module.css";

/** The rest: on a phone every quiet step, everywhere what is needed once a class. */
export function MoreSheet(props: SheetProps) {
  const t = useTranslations("console.sheets.more");
  const { control, onSheet, close } = props;
  const { view } = control.state;
  const over = view.status === "ended";
  return (
    <div className={styles.list}>
      {!over && (
        <>
          <div className={styles.small}>
            <QuietSteps {...props} onChosen={close} />
            <button type="button" className="button quiet" onClick={() => onSheet("join")}>
              {t("join")}
            </button>
          </div>
          <a className="button quiet" href={view.screenPath} target="_blank" rel="noreferrer">
            {t("screen")}
          </a>
          <button type="button" className="button quiet" onClick={() => onSheet("questions")}>
            {t("questions")}
          </button>
          <button type="button" className="button quiet" onClick={() => onSheet("room")}>
            {t("room")}
          </button>
          <button type="button" className="button quiet" onClick={() => onSheet("support")}>
            {t("support")}
          </button>
          <button type="button" className="button quiet" onClick={() => onSheet("release")}>
            {t("release")}
          </button>
          {view.languages.length > 1 && (
            <button type="button" className="button quiet" onClick={() => onSheet("languages")}>
              {t("languages")}
            </button>
          )}
        </>
      )}
      <button type="button" className="button quiet" onClick={() => onSheet("help")}>
        {t("help")}
      </button>
      <a className="button quiet" href="/sessions">
        {t("sessions")}
      </a>
      {!over && (
        <button type="button" className="button quiet" onClick={() => onSheet("end")}>
          {t("end")}
        </button>
      )}
    </div>
  );
}
