import { useTranslations } from "next-intl";
import { directionOf } from "@/app/_ui/direction";
import { Prose } from "@/app/_ui/kinds/prose";
import { KindSummary } from "@/app/_ui/kinds/summary";
import type { CardOf } from "@/app/_ui/kinds/summary-props";
import styles from "@/app/_ui/prompt-result.module.css";
import type { Language } from "@/protocol/limits";
import type { PromptSummary } from "@/protocol/summaries";

type Props = {
  prompt: PromptSummary;
  language: Language;
  /** Of its heading on the page. */
  level?: 2 | 3;
  cardOf?: CardOf | undefined;
};

/** One prompt of a summary with what it came to, or why there is nothing to see. */
export function PromptResult({ prompt, language, level = 2, cardOf }: Props) {
  const t = useTranslations("summary");
  const dir = directionOf(language);
  const Heading = `h${level}` as const;
  const { slide, results } = prompt;
  return (
    <article className={styles.prompt} aria-labelledby={`prompt-${slide.id}`}>
      <header lang={language} dir={dir}>
        {slide.part && <p className={styles.part}>{slide.part}</p>}
        <Heading id={`prompt-${slide.id}`}>{slide.title}</Heading>
      </header>
      <Prose html={slide.body} lang={language} dir={dir} />
      {results ? (
        <>
          <p className={styles.count}>{t("responses", { count: results.responses })}</p>
          <div lang={language} dir={dir}>
            <KindSummary slide={slide} results={results} cardOf={cardOf} />
          </div>
          <Prose html={slide.explanation} className={styles.explanation} lang={language} dir={dir} />
        </>
      ) : (
        <WhyNothing prompt={prompt} />
      )}
    </article>
  );
}

function WhyNothing({ prompt }: { prompt: PromptSummary }) {
  const t = useTranslations("summary");
  if (!prompt.opened) return <p className={styles.nothing}>{t("notAsked")}</p>;
  if (prompt.responses === 0) return <p className={styles.nothing}>{t("nobodyAnswered")}</p>;
  return (
    <div className={styles.held}>
      <p className={styles.count}>{t("responses", { count: prompt.responses })}</p>
      <p>{t(prompt.textDeleted ? "textDeleted" : "heldBack")}</p>
    </div>
  );
}
