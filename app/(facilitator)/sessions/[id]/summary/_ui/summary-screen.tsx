import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { directionOf } from "@/app/_ui/direction";
import { Prose } from "@/app/_ui/kinds/prose";
import type { CardOf } from "@/app/_ui/kinds/summary-props";
import { LocalTime } from "@/app/_ui/local-time";
import { PromptResult } from "@/app/_ui/prompt-result";
import { PrintButton } from "@/app/(facilitator)/_ui/print-button";
import { minutesOf } from "@/app/(facilitator)/sessions/_ui/months";
import { Asked } from "@/app/(facilitator)/sessions/[id]/summary/_ui/asked";
import { FidelityRecord } from "@/app/(facilitator)/sessions/[id]/summary/_ui/record";
import styles from "@/app/(facilitator)/sessions/[id]/summary/_ui/summary.module.css";
import type { Summary } from "@/protocol/summaries";

type Props = { summary: Summary; share: ReactNode; cardOf?: CardOf | undefined };

/** What a session came to, for its facilitator. */
export function SummaryScreen({ summary, share, cardOf }: Props) {
  const t = useTranslations("summary");
  const ended = summary.status === "ended";
  return (
    <main id="content" tabIndex={-1} className={styles.page}>
      <header className={styles.head}>
        <p className="no-print">
          <Link href="/sessions">{t("allSessions")}</Link>
        </p>
        <h1 lang={summary.language} dir={directionOf(summary.language)}>
          {summary.title}
        </h1>
        <Facts summary={summary} />
        <p className={styles.anonymous}>{t("anonymous")}</p>
        {!ended && (
          <p className={styles.running}>
            {t("running")} <Link href={`/sessions/${summary.id}/console`}>{t("toConsole")}</Link>
          </p>
        )}
        <div className={`${styles.take} no-print`}>
          <PrintButton label={t("print")} />
          {summary.startedAt !== null && (
            <a className="button quiet" href={`/sessions/${summary.id}/export`} download>
              {t("export")}
            </a>
          )}
        </div>
        <Contents summary={summary} />
      </header>
      {ended && <aside className={`${styles.share} no-print`}>{share}</aside>}
      <div className={styles.prompts} id="found">
        {summary.prompts.length === 0 && <p>{t("noPrompts")}</p>}
        {summary.prompts.map((prompt) => (
          <PromptResult key={prompt.slide.id} prompt={prompt} cardOf={cardOf} />
        ))}
        <Asked questions={summary.questions} />
        {summary.startedAt !== null && summary.record.length > 0 && (
          <FidelityRecord record={summary.record} language={summary.language} />
        )}
        {summary.handout !== "" && (
          <section className={styles.handout} aria-labelledby="handout">
            <h2 id="handout">{t("handout")}</h2>
            <Prose html={summary.handout} lang={summary.language} dir={directionOf(summary.language)} />
          </section>
        )}
      </div>
    </main>
  );
}

/** A session may fill ten screens: the ways to what stands below the results. */
function Contents({ summary }: { summary: Summary }) {
  const t = useTranslations("summary");
  const asked = summary.questions.some(({ mark }) => mark !== "hidden");
  const recorded = summary.startedAt !== null && summary.record.length > 0;
  if (!asked && !recorded) return null;
  return (
    <nav aria-label={t("onThisPage")} className={styles.contents}>
      <a href="#found">{t("found")}</a>
      {asked && <a href="#asked">{t("asked.title")}</a>}
      {recorded && <a href="#record">{t("record.title")}</a>}
      {summary.handout !== "" && <a href="#handout">{t("handout")}</a>}
    </nav>
  );
}

function Facts({ summary }: { summary: Summary }) {
  const t = useTranslations("summary");
  const minutes = minutesOf({ ...summary, createdAt: 0 });
  return (
    <p className={styles.facts}>
      {summary.startedAt === null ? (
        <span>{t(summary.status === "ended" ? "neverBegan" : "notBegun")}</span>
      ) : (
        <LocalTime at={summary.startedAt} />
      )}
      {minutes !== undefined && <span>{t("minutes", { count: minutes })}</span>}
      <span>{t("phones", { count: summary.phones })}</span>
      {summary.minimum !== null && <span>{t("minimum", { count: summary.minimum })}</span>}
    </p>
  );
}
