import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { limits } from "@/protocol/limits";
import styles from "./questions.module.css";

type Props = {
  answer: string;
  language: string;
  onSave: (answer: string) => void;
  onCancel: () => void;
};

/** A written answer, for every phone and for the screen. */
export function QuestionAnswer({ answer, language, onSave, onCancel }: Props) {
  const t = useTranslations("console.questions");
  const id = useId();
  const [text, setText] = useState(answer);
  const empty = text.trim() === "";
  return (
    <form
      className={styles.write}
      onSubmit={(event) => {
        event.preventDefault();
        if (!empty) onSave(text.trim());
      }}
    >
      <label htmlFor={id}>{t("answerLabel")}</label>
      <p id={`${id}-hint`} className={styles.quiet}>
        {t("answerHint")}
      </p>
      <textarea
        id={id}
        className="field"
        rows={4}
        maxLength={limits.questionAnswer}
        lang={language}
        dir="auto"
        aria-describedby={`${id}-hint`}
        value={text}
        onChange={(event) => setText(event.target.value)}
        // It is here because somebody pressed for it.
        // biome-ignore lint/a11y/noAutofocus: see above
        autoFocus
      />
      <div className={styles.actions}>
        <button type="submit" className="button" aria-disabled={empty}>
          {t("answerSave")}
        </button>
        <button type="button" className="button quiet" onClick={onCancel}>
          {t("answerCancel")}
        </button>
      </div>
    </form>
  );
}
