import { useTranslations } from "next-intl";
import { useState } from "react";
import type { SheetProps } from "@/app/(facilitator)/sessions/[id]/console/_ui/cockpit";
import { guard } from "@/protocol/limits";
import styles from "./sheets.module.css";

const modes = ["closing", "live"] as const;

/** When results are released, and what each way gives up. */
export function ReleaseSheet({ control, close }: SheetProps) {
  const t = useTranslations("console.sheets.release");
  const { view } = control.state;
  const [chosen, setChosen] = useState(view.release);
  const fixed = view.releaseFixed && view.release === "closing";
  return (
    <form
      className={styles.column}
      onSubmit={(event) => {
        event.preventDefault();
        close();
        if (chosen !== view.release) control.act({ name: "release:choose", input: { release: chosen } });
      }}
    >
      <fieldset>
        <legend className="unseen">{t("legend")}</legend>
        {modes.map((mode) => {
          const off = fixed && mode === "live";
          return (
            <label key={mode} className={styles.check} data-off={off}>
              <input
                type="radio"
                name="release"
                value={mode}
                checked={chosen === mode}
                disabled={off}
                onChange={() => setChosen(mode)}
                data-first={view.release === mode ? "" : undefined}
              />
              <b>{t(`${mode}.label`)}</b>
              <p>{t(`${mode}.text`, { minimum: view.minimum ?? guard.usual })}</p>
              {off && <p>{t("fixed")}</p>}
            </label>
          );
        })}
      </fieldset>
      {!view.releaseFixed && view.release === "live" && <p className={styles.quiet}>{t("willFix")}</p>}
      <div className={styles.actions}>
        <button type="submit" className="button">
          {t("save")}
        </button>
      </div>
    </form>
  );
}
