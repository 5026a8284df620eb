import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { languageName } from "@/app/_ui/language-name";
import styles from "@/app/(facilitator)/classes/[id]/_ui/class.module.css";
import type { ClassLanguage } from "@/protocol/classes";

type Props = { languages: ClassLanguage[]; shown: string; path: string; query?: Record<string, string> };

/** The same page in the other languages of its class. */
export function LanguageLinks({ languages, shown, path, query }: Props) {
  const t = useTranslations("classes.page");
  const reader = useLocale();
  if (languages.length < 2) return null;
  return (
    <nav aria-label={t("languages")} className={styles.languages}>
      <span aria-hidden="true">{t("languages")}</span>
      <ul>
        {languages.map(({ language }) => (
          <li key={language}>
            <Link
              href={{ pathname: path, query: { ...query, language } }}
              aria-current={language === shown ? "true" : undefined}
            >
              {languageName(language, reader)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
