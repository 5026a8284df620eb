import { useTranslations } from "next-intl";
import styles from "@/app/_ui/code-form.module.css";

/** The way in. `problem` says what was wrong with `typed`, which stands in the field again. */
export function CodeForm({ typed = "", problem }: { typed?: string; problem?: string | undefined }) {
  const t = useTranslations("home");
  return (
    <form action="/j" method="get" className={styles.form}>
      <label htmlFor="code">{t("codeLabel")}</label>
      <input
        id="code"
        name="code"
        className="field"
        inputMode="numeric"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        enterKeyHint="go"
        maxLength={40}
        dir="ltr"
        placeholder="1234 5678"
        defaultValue={typed}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? "code-problem" : undefined}
      />
      {problem && (
        <p id="code-problem" className="error">
          {problem}
        </p>
      )}
      <button type="submit" className="button">
        {t("goIn")}
      </button>
    </form>
  );
}
