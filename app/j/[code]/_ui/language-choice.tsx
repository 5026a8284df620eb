import { useLocale, useTranslations } from "next-intl";
import { useId } from "react";
import { choicesOf, ownName, sameLanguage } from "@/app/_client/followed";
import { languageName } from "@/app/_ui/language-name";
import styles from "@/app/j/[code]/_ui/language-choice.module.css";

type Props = {
  code: string;
  /** The class's languages, its own first. */
  languages: readonly string[];
  chosen: string;
  onChoose: (language: string) => void;
};

/**
 * The language to follow the class in, each named in itself. As a plain form it
 * works without the script too; with it, choosing is enough.
 */
export function LanguageChoice({ code, languages, chosen, onChoose }: Props) {
  const t = useTranslations("phone");
  const locale = useLocale();
  const id = useId();
  const lacking = !languages.some((language) => sameLanguage(language, chosen));
  const offered = choicesOf(languages);
  return (
    <form action="/language" method="post" className={styles.choice} aria-label={t("language.label")}>
      <input type="hidden" name="back" value={`/j/${code}`} />
      <label htmlFor={id}>
        <Globe />
        {t("language.label")}
      </label>
      <select
        // The server's answer may choose anew: the field is then drawn anew with it.
        key={chosen}
        id={id}
        name="language"
        className="field"
        defaultValue={offered.find((language) => sameLanguage(language, chosen)) ?? offered[0]}
        autoComplete="off"
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        {offered.map((language) => (
          <option key={language} value={language} lang={language} suppressHydrationWarning>
            {ownName(language)}
          </option>
        ))}
      </select>
      <noscript>
        <button type="submit" className="button quiet">
          {t("language.choose")}
        </button>
      </noscript>
      <p aria-live="polite" className={styles.hint} hidden={!lacking} suppressHydrationWarning>
        {lacking &&
          t("language.lacking", {
            language: languageName(chosen, locale),
            shown: languageName(languages[0] ?? chosen, locale),
          })}
      </p>
    </form>
  );
}

/** Says what it is to somebody who cannot read the word beside it. */
function Globe() {
  return (
    <svg viewBox="0 0 24 24" width="20" height="20" fill="none" stroke="currentColor" aria-hidden="true">
      <circle cx="12" cy="12" r="9" strokeWidth="1.6" />
      <path d="M3 12h18M12 3c6 6 6 12 0 18M12 3c-6 6-6 12 0 18" strokeWidth="1.6" />
    </svg>
  );
}
