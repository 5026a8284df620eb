import { useTranslations } from "next-intl";
import { useState } from "react";
import type { SheetProps } from "@/app/(facilitator)/sessions/[id]/console/_ui/cockpit";
import { grace } from "@/protocol/limits";
import styles from "./sheets.module.css";

const modes = ["shown", "approved", "off"] as const;
const looks = ["filter", "approve"] as const;
const all = [...looks, "questions", "grace"] as const;

/** What waits for the facilitator's look, whether parents can ask, and how late an answer may come. */
export function RoomSheet({ control, close, onSheet }: SheetProps) {
  const t = useTranslations("console.sheets.room");
  const { settings } = control.state.view;
  const [chosen, setChosen] = useState(settings);
  // What was set another way is a choice too.
  const times = [...new Set([...grace.choices, settings.grace])].sort((one, other) => one - other);
  return (
    <form
      className={styles.column}
      onSubmit={(event) => {
        event.preventDefault();
        close();
        const same = all.every((name) => chosen[name] === settings[name]);
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
      <fieldset>
        <legend>
          <b>{t("grace.title")}</b>
        </legend>
        <label className={styles.choice}>
          <span>{t("grace.label")}</span>
          <select
            className="field"
            value={chosen.grace}
            onChange={(event) => setChosen({ ...chosen, grace: Number(event.target.value) })}
          >
            {times.map((seconds) => (
              <option key={seconds} value={seconds}>
                {t("grace.within", { seconds })}
              </option>
            ))}
          </select>
        </label>
        <p className={styles.quiet}>{t("grace.text")}</p>
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
