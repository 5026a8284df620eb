import { useLocale, useTranslations } from "next-intl";
import { useId } from "react";
import { directionOf } from "@/app/_ui/direction";
import { languageName } from "@/app/_ui/language-name";
import type { ClassLanguage } from "@/protocol/classes";
import styles from "./start-language.module.css";

type Props = {
  languages: ClassLanguage[];
  chosen: string | undefined;
  onChoose: (language: string) => void;
};

/** The language of the screen, with the slides that each one lacks by name. */
export function StartLanguage({ languages, chosen, onChoose }: Props) {
  const t = useTranslations("classes.language");
  const reader = useLocale();
  const name = useId();
  const own = languages[0]?.language ?? "";
  return (
    <fieldset className={styles.languages}>
      <legend>{t("legend")}</legend>
      <p className={styles.hint}>{t("hint")}</p>
      <div className={styles.choices}>
        {languages.map(({ language, missing }) => (
          <div key={language}>
            <label className={styles.choice}>
              <input
                type="radio"
                name={name}
                value={language}
                checked={language === chosen}
                onChange={() => onChoose(language)}
              />
              <span>{languageName(language, reader)}</span>
            </label>
            {missing.length > 0 && (
              <details className={styles.lacks}>
                <summary>{t("lacks", { count: missing.length, own: languageName(own, reader) })}</summary>
                <ul lang={own} dir={directionOf(own)}>
                  {missing.map((title, index) => (
                    <li key={index}>{title}</li>
                  ))}
                </ul>
              </details>
            )}
          </div>
        ))}
      </div>
    </fieldset>
  );
}
