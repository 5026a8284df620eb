import { useLocale, useTranslations } from "next-intl";
import { directionOf } from "@/app/_ui/direction";
import { languageName } from "@/app/_ui/language-name";
import type { ConsoleView } from "@/protocol/views";
import styles from "./class-languages.module.css";

/** Each language of the class with the slides that it lacks, by name. */
export function ClassLanguages({
  view,
}: {
  view: Pick<ConsoleView, "translations" | "languages" | "language">;
}) {
  const t = useTranslations("console.languages");
  const reader = useLocale();
  const own = view.languages[0];
  return (
    <ul className={styles.languages}>
      {view.translations.map(({ language, missing }) => (
        <li key={language}>
          <p>
            <b>{languageName(language, reader)}</b>{" "}
            <span>
              {missing.length > 0
                ? t("lacks", { count: missing.length })
                : t(language === own ? "own" : "whole")}
              {language === view.language && ` ${t("onScreen")}`}
            </span>
          </p>
          {missing.length > 0 && own && (
            <>
              <p className={styles.quiet}>{t("instead", { language: languageName(own, reader) })}</p>
              <ul className={styles.missing} lang={own} dir={directionOf(own)}>
                {missing.map((title, index) => (
                  <li key={index}>{title}</li>
                ))}
              </ul>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
