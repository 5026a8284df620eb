import { useLocale, useTranslations } from "next-intl";
import { languageName } from "@/app/_ui/language-name";
import { ClassLanguages } from "./class-languages";
import styles from "./class-languages.module.css";
import type { Cockpit, SheetName } from "./cockpit";

/** Before the class: what is not translated, whom parents can turn to, and whether they can ask. */
export function LobbyRoom({ control, onSheet }: Cockpit) {
  const t = useTranslations("console.lobby");
  const reader = useLocale();
  const { view } = control.state;
  const lacking = view.translations.some(({ missing }) => missing.length > 0);
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
    <>
      {lacking && (
        <section className={styles.warning} aria-labelledby="lacking-title">
          <h3 id="lacking-title">{t("lacking")}</h3>
          <ClassLanguages view={view} />
        </section>
      )}
      <ul className={styles.rules}>
        {rule(t("support", { count: view.support.length }), "support", t("supportChange"))}
        {rule(t(`questions.${view.settings.questions}`), "room", t("roomChange"))}
        {!lacking && names.length > 1 && (
          <li>{t("languages", { languages: new Intl.ListFormat(reader).format(names) })}</li>
        )}
      </ul>
    </>
  );
}
