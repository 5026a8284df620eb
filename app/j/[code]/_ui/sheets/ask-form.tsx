import { useTranslations } from "next-intl";
import { type FormEvent, type RefObject, useId, useState } from "react";
import sheet from "@/app/j/[code]/_ui/sheet.module.css";
import styles from "@/app/j/[code]/_ui/sheets/questions.module.css";
import { limits } from "@/protocol/limits";
import type { QuestionMode } from "@/protocol/questions";

type Props = {
  mode: Exclude<QuestionMode, "off">;
  draft: RefObject<string>;
  onAsk: (text: string) => void;
  onWrite: () => void;
};

/** From here on the count is shown: earlier it would only hurry the writer. */
const nearLimit = limits.question - 60;

export function AskForm({ mode, draft, onAsk, onWrite }: Props) {
  const t = useTranslations("phone");
  const id = useId();
  const [length, setLength] = useState(draft.current.length);
  const [lacking, setLacking] = useState(false);

  const write = (text: string) => {
    draft.current = text;
    setLength(text.length);
    setLacking(false);
    onWrite();
  };
  const ask = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const field = event.currentTarget.querySelector("textarea");
    const text = draft.current.trim();
    if (text === "") {
      setLacking(true);
      field?.focus();
      return;
    }
    onAsk(text);
    draft.current = "";
    setLength(0);
    event.currentTarget.reset();
  };
  return (
    <form className={styles.ask} onSubmit={ask} noValidate>
      <label htmlFor={id}>{t("questions.label")}</label>
      <textarea
        id={id}
        className="field"
        rows={3}
        dir="auto"
        maxLength={limits.question}
        // What a reset of the form comes back to; the draft of before is put in by the ref.
        defaultValue=""
        ref={(field) => {
          if (field && draft.current && !field.value) field.value = draft.current;
        }}
        aria-invalid={lacking}
        aria-describedby={`${id}-who${lacking ? ` ${id}-lack` : ""}`}
        onInput={(event) => write(event.currentTarget.value)}
      />
      <p id={`${id}-who`} className={sheet.hint}>
        {t(`questions.${mode}`)}
      </p>
      <p className={sheet.hint} aria-live="polite" hidden={length < nearLimit}>
        {length >= nearLimit && t("charactersLeft", { count: spoken(limits.question - length) })}
      </p>
      <p id={`${id}-lack`} role="alert" className="error" hidden={!lacking}>
        {lacking && t("questions.lack")}
      </p>
      <button type="submit" className="button">
        {t("questions.ask")}
      </button>
    </form>
  );
}

/** Counts down in tens and then one by one, so that a screen reader is not busy with it. */
const spoken = (left: number) => (left > 10 ? Math.ceil(left / 10) * 10 : Math.max(0, left));
