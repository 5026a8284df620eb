import { useTranslations } from "next-intl";
import type { SheetProps } from "@/app/(facilitator)/sessions/[id]/console/_ui/cockpit";
import styles from "./sheets.module.css";

/** Says what ending does before it is done. */
export function EndSheet({ control, close }: SheetProps) {
  const t = useTranslations("console.sheets.end");
  const { view } = control.state;
  return (
    <div className={styles.column}>
      <ul>
        {view.prompt?.phase === "open" && <li>{t("open")}</li>}
        <li>{t("phones")}</li>
        <li>{t("code")}</li>
        <li>{t("summary")}</li>
      </ul>
      <p className={styles.quiet}>{t("undo")}</p>
      <div className={styles.actions}>
        <button
          type="button"
          className="button"
          onClick={() => {
            close();
            control.act({ name: "session:end", input: {} });
          }}
        >
          {t("confirm")}
        </button>
        <button type="button" className="button quiet" data-first onClick={close}>
          {t("keep")}
        </button>
      </div>
    </div>
  );
}
