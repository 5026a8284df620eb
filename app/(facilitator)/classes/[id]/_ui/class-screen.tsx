import Link from "next/link";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { directionOf } from "@/app/_ui/direction";
import { languageName } from "@/app/_ui/language-name";
import styles from "@/app/(facilitator)/classes/[id]/_ui/class.module.css";
import { LanguageLinks } from "@/app/(facilitator)/classes/[id]/_ui/language-links";
import { Outline } from "@/app/(facilitator)/classes/[id]/_ui/outline";
import type { ClassPage } from "@/protocol/classes";

/** A class before it is held: what is in it, what to print, and its start. */
export function ClassScreen({ page, start }: { page: ClassPage; start: ReactNode }) {
  const t = useTranslations("classes");
  const format = useFormatter();
  const reader = useLocale();
  const { card, language } = page;
  const text = { lang: language, dir: directionOf(language) };
  const missing = card.languages.find((one) => one.language === language)?.missing ?? [];
  return (
    <main id="content" tabIndex={-1} className={styles.page}>
      <header className={styles.head}>
        <p className={`${styles.back} no-print`}>
          <Link href="/classes">{t("all")}</Link>
        </p>
        <h1 {...text}>{page.title}</h1>
        {page.summary && (
          <p className={styles.summary} {...text}>
            {page.summary}
          </p>
        )}
        <ul className={styles.facts}>
          <li>{t("minutes", { count: Math.round(card.minutes) })}</li>
          <li>{t("slides", { count: card.slides })}</li>
          <li>{t("prompts", { count: card.prompts })}</li>
        </ul>
        <LanguageLinks languages={card.languages} shown={language} path={`/classes/${card.id}`} />
        {missing.length > 0 && (
          <div className={styles.missing}>
            <p>
              {t("page.missing", {
                count: missing.length,
                language: languageName(language, reader),
                own: languageName(card.language, reader),
              })}
            </p>
            <ul lang={card.language} dir={directionOf(card.language)}>
              {missing.map((title, index) => (
                <li key={index}>{title}</li>
              ))}
            </ul>
          </div>
        )}
      </header>
      <aside className={`${styles.side} no-print`}>
        <section className={styles.panel} aria-labelledby="start">
          <h2 id="start">{t("page.hold")}</h2>
          {start}
        </section>
        <section className={styles.panel} aria-labelledby="paper">
          <h2 id="paper">{t("page.paper")}</h2>
          <Papers page={page} />
        </section>
      </aside>
      <section className={styles.outline} aria-labelledby="outline">
        <h2 id="outline">{t("page.outline")}</h2>
        <Outline page={page} minutes={(minutes) => format.number(minutes, { maximumFractionDigits: 1 })} />
      </section>
    </main>
  );
}

function Papers({ page }: { page: ClassPage }) {
  const t = useTranslations("classes");
  const papers = [
    ...(page.guide === "" ? [] : (["guide"] as const)),
    ...(page.handout === "" ? [] : (["handout"] as const)),
    "cards" as const,
  ];
  return (
    <ul className={styles.papers}>
      {papers.map((paper) => (
        <li key={paper}>
          <Link href={{ pathname: `/classes/${page.card.id}/${paper}`, query: { language: page.language } }}>
            {t(`${paper}.title`)}
          </Link>
          <p>{t(`${paper}.text`)}</p>
        </li>
      ))}
    </ul>
  );
}
