import { useTranslations } from "next-intl";
import { directionOf } from "@/app/_ui/direction";
import { Prose } from "@/app/_ui/kinds/prose";
import { KindSummary } from "@/app/_ui/kinds/summary";
import type { CardOf } from "@/app/_ui/kinds/summary-props";
import styles from "@/app/_ui/prompt-result.module.css";
import type { PromptSummary } from "@/protocol/summaries";

type Props = {
  prompt: PromptSummary;
  /** Of its heading on the page. */
  level?: 2 | 3;
  cardOf?: CardOf | undefined;
};

/** One prompt of a summary with what it came to, or why there is nothing to see. */
export function PromptResult({ prompt, level = 2, cardOf }: Props) {
  const t = useTranslations("summary");
  const { slide, results } = prompt;
  const text = { lang: slide.language, dir: directionOf(slide.language) };
  const Heading = `h${level}` as const;
  return (
    <article className={styles.prompt} aria-labelledby={`prompt-${slide.id}`}>
      <header {...text}>
        {slide.part && <p className={styles.part}>{slide.part}</p>}
        <Heading id={`prompt-${slide.id}`}>{slide.title}</Heading>
      </header>
      <Prose html={slide.body} {...text} />
      {results ? (
        <>
          <div>
            <p className={styles.count}>{t("responses", { count: results.responses })}</p>
            <Comparison prompt={prompt} />
          </div>
          <div {...text}>
            <KindSummary slide={slide} results={results} earlier={prompt.earlier} cardOf={cardOf} />
          </div>
        </>
      ) : (
        <WhyNothing prompt={prompt} />
      )}
      <FirstRound prompt={prompt} level={level} />
      {results && <Prose html={slide.explanation} className={styles.explanation} {...text} />}
    </article>
  );
}

/** Texts have no bars that could stand side by side. */
const isText = ({ slide }: PromptSummary) => slide.kind === "words" || slide.kind === "open";

/** What "before" means here, and what a comparison of answers that nobody can link does not say. */
function Comparison({ prompt }: { prompt: PromptSummary }) {
  const t = useTranslations("summary");
  if (!prompt.earlier || isText(prompt)) return null;
  return (
    <p className={styles.compared}>
      {t(prompt.round === 2 ? "compared.rounds" : "compared.slides", { count: prompt.earlier.responses })}{" "}
      {t("compared.unlinked")}
    </p>
  );
}

/** The first round, where it does not stand beside the second. */
function FirstRound({ prompt, level }: { prompt: PromptSummary; level: 2 | 3 }) {
  const t = useTranslations("summary");
  const { slide, earlier, results } = prompt;
  if (!earlier || prompt.round < 2 || (results && !isText(prompt))) return null;
  const Heading = `h${(level + 1) as 3 | 4}` as const;
  return (
    <section className={styles.first}>
      <Heading>{t("firstRound")}</Heading>
      <p className={styles.count}>{t("responses", { count: earlier.responses })}</p>
      <div lang={slide.language} dir={directionOf(slide.language)}>
        <KindSummary slide={slide} results={earlier} />
      </div>
    </section>
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
