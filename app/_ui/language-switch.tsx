import { useLocale, useTranslations } from "next-intl";
import styles from "@/app/_ui/language-switch.module.css";
import { type Language, languages } from "@/protocol/limits";

/** Each language in its own words, so that whoever needs it can read it. */
const names: Record<Language, string> = { en: "English", es: "Español" };

/** The interface in another language; `back` is the path of the page it stands on. */
export function LanguageSwitch({ back }: { back: string }) {
  const t = useTranslations("common");
  const current = useLocale();
  return (
    <form action="/language" method="post" className={styles.switch}>
      <input type="hidden" name="back" value={back} />
      <fieldset>
        <legend className="unseen">{t("language")}</legend>
        {languages.map((language) => (
          <button
            key={language}
            type="submit"
            name="language"
            value={language}
            lang={language}
            aria-current={language === current ? "true" : undefined}
          >
            {names[language]}
          </button>
        ))}
      </fieldset>
    </form>
  );
}
