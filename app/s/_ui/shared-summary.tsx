import { useFormatter, useTranslations } from "next-intl";
import { directionOf } from "@/app/_ui/direction";
import { Prose } from "@/app/_ui/kinds/prose";
import { PromptResult } from "@/app/_ui/prompt-result";
import styles from "@/app/s/_ui/shared.module.css";
import type { SharedSummary } from "@/protocol/summaries";

/** What a class found, for those who were there. Needs no script. */
export function SharedSummaryScreen({ summary }: { summary: SharedSummary }) {
  const t = useTranslations("shared");
  const asked = summary.prompts.filter((prompt) => prompt.opened);
  const hasHandout = summary.handout !== "";
  return (
    <main className={styles.page}>
      <header className={styles.head}>
        <h1 lang={summary.language} dir={directionOf(summary.language)}>
          {summary.title}
        </h1>
        {summary.endedAt !== null && <Day at={summary.endedAt} />}
        <p>{t("anonymous")}</p>
        {hasHandout && asked.length > 0 && (
          <nav aria-label={t("onThisPage")} className={styles.nav}>
            <a href="#found">{t("found")}</a>
            <a href="#handout">{t("handout")}</a>
          </nav>
        )}
      </header>
      {asked.length > 0 && (
        <section id="found" aria-labelledby="found-title">
          <h2 id="found-title" className={styles.title}>
            {t("found")}
          </h2>
          {asked.map((prompt) => (
            <PromptResult key={prompt.slide.id} prompt={prompt} level={3} />
          ))}
        </section>
      )}
      {hasHandout && (
        <section id="handout" aria-labelledby="handout-title" className={styles.handout}>
          <h2 id="handout-title" className={styles.title}>
            {t("handout")}
          </h2>
          <Prose html={summary.handout} lang={summary.language} dir={directionOf(summary.language)} />
        </section>
      )}
      {!hasHandout && asked.length === 0 && <p>{t("nothing")}</p>}
    </main>
  );
}

/** In the server's time zone, which is the room's when a laptop runs the class. */
function Day({ at }: { at: number }) {
  const format = useFormatter();
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return (
    <p className={styles.day}>
      <time dateTime={new Date(at).toISOString()}>
        {format.dateTime(new Date(at), { dateStyle: "long", timeZone })}
      </time>
    </p>
  );
}
