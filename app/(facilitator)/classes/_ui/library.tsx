import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { directionOf } from "@/app/_ui/direction";
import { languageName } from "@/app/_ui/language-name";
import { LiveSessions } from "@/app/(facilitator)/_ui/live-session";
import styles from "@/app/(facilitator)/classes/_ui/library.module.css";
import type { ClassCard } from "@/protocol/classes";
import type { SessionCard } from "@/protocol/summaries";

type Props = {
  classes: ClassCard[];
  running: SessionCard[];
  start: (card: ClassCard) => ReactNode;
};

/** The classes that can be run, each one click from its session. */
export function Library({ classes, running, start }: Props) {
  const t = useTranslations("classes");
  const reader = useLocale();
  return (
    <main id="content" tabIndex={-1}>
      <LiveSessions sessions={running} />
      <h1 className={styles.title}>{t("title")}</h1>
      {classes.length === 0 && <p>{t("empty")}</p>}
      <ul className={styles.classes}>
        {classes.map((card) => (
          <li key={card.id}>
            <div
              lang={wordsOf(card, reader)}
              dir={directionOf(wordsOf(card, reader))}
              className={styles.words}
            >
              <h2>
                <Link href={`/classes/${card.id}`}>{card.title}</Link>
              </h2>
              {card.summary && <p>{card.summary}</p>}
            </div>
            <ul className={styles.facts}>
              <li>{card.languages.map(({ language }) => languageName(language, reader)).join(", ")}</li>
              <li>{t("minutes", { count: Math.round(card.minutes) })}</li>
              <li>{t("slides", { count: card.slides })}</li>
              <li>{t("prompts", { count: card.prompts })}</li>
            </ul>
            {start(card)}
          </li>
        ))}
      </ul>
    </main>
  );
}

/** The language of a card's words: the reader's where the class has it, else its own. */
function wordsOf({ languages, language }: ClassCard, reader: string): string {
  const main = (tag: string) => tag.split("-", 1)[0];
  const found =
    languages.find((one) => one.language === reader) ??
    languages.find((one) => main(one.language) === main(reader));
  return found?.language ?? language;
}
