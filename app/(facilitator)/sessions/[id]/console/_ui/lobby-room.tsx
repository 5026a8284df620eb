import { useLocale, useTranslations } from "next-intl";
import { directionOf } from "@/app/_ui/direction";
import { languageName } from "@/app/_ui/language-name";
import styles from "./class-languages.module.css";
import type { Cockpit, SheetName } from "./cockpit";

/** What is not translated, while there is still time to do something about it. */
export function LobbyWarning({ control }: Cockpit) {
  const t = useTranslations("console.lobby.lacking");
  const reader = useLocale();
  const { translations, languages } = control.state.view;
  const lacking = translations.filter(({ missing }) => missing.length > 0);
  const own = languages[0];
  if (lacking.length === 0 || !own) return null;
  return (
    <section className={styles.warning} aria-labelledby="lacking-title">
      <h2 id="lacking-title">{t("title")}</h2>
      {lacking.map(({ language, missing }) => (
        <details key={language}>
          <summary>
            {t("slides", { language: languageName(language, reader), count: missing.length })}
          </summary>
          <ul lang={own} dir={directionOf(own)}>
            {missing.map((title, index) => (
              <li key={index}>{title}</li>
            ))}
          </ul>
        </details>
      ))}
      <p>{t("instead", { language: languageName(own, reader) })}</p>
    </section>
  );
}

/** Whom parents can turn to, whether they can ask, and in which languages they can follow. */
export function LobbyRules({ control, onSheet }: Cockpit) {
  const t = useTranslations("console.lobby");
  const reader = useLocale();
  const { view } = control.state;
  const names = view.languages.map((tag) => languageName(tag, reader));
  const rule = (words: string, sheet: SheetName, change: string) => (
    <li>
      {words}{" "}
      <button type="button" aria-haspopup="dialog" onClick={() => onSheet(sheet)}>
        {change}
      </button>
    </li>
  );
  return (
    <ul className={styles.rules}>
      {rule(t("support", { count: view.support.length }), "support", t("supportChange"))}
      {rule(t(`questions.${view.settings.questions}`), "room", t("roomChange"))}
      {names.length > 1 && (
        <li>{t("languages", { languages: new Intl.ListFormat(reader).format(names) })}</li>
      )}
    </ul>
  );
}
