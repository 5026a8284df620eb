import { useTranslations } from "next-intl";
import { useState } from "react";
import type { SheetProps } from "@/app/(facilitator)/sessions/[id]/console/_ui/cockpit";
import styles from "./sheets.module.css";

const modes = ["shown", "approved", "off"] as const;
const looks = ["filter", "approve"] as const;

/** What waits for the facilitator's look, and whether parents can ask. */
export function RoomSheet({ control, close, onSheet }: SheetProps) {
  const t = useTranslations("console.sheets.room");
  const { settings } = control.state.view;
  const [chosen, setChosen] = useState(settings);
  return (
    <form
      className={styles.column}
      onSubmit={(event) => {
        event.preventDefault();
        close();
        const same = [...looks, "questions" as const].every((name) => chosen[name] === settings[name]);
        if (!same) control.act({ name: "settings:choose", input: { settings: chosen } });
      }}
    >
      <fieldset>
        <legend>
          <b>{t("questions")}</b>
        </legend>
        {modes.map((mode) => (
          <label key={mode} className={styles.check}>
            <input
              type="radio"
              name="questions"
              value={mode}
              checked={chosen.questions === mode}
              onChange={() => setChosen({ ...chosen, questions: mode })}
              data-first={settings.questions === mode ? "" : undefined}
            />
            <span>{t(`${mode}.label`)}</span>
            <p>{t(`${mode}.text`)}</p>
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>
          <b>{t("looks")}</b>
        </legend>
        {looks.map((look) => (
          <label key={look} className={styles.check}>
            <input
              type="checkbox"
              checked={chosen[look]}
              onChange={(event) => setChosen({ ...chosen, [look]: event.target.checked })}
            />
            <span>{t(`${look}.label`)}</span>
            <p>{t(`${look}.text`)}</p>
          </label>
        ))}
      </fieldset>
      <div className={styles.actions}>
        <button type="submit" className="button">
          {t("save")}
        </button>
        <button type="button" className="button quiet" onClick={() => onSheet("support")}>
          {t("support")}
        </button>
      </div>
    </form>
  );
}
