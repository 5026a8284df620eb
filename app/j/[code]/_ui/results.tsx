import { useTranslations } from "next-intl";
import { useId } from "react";
import { type PromptSlide, piecesOf } from "@/app/_ui/kinds/phone";
import type { Said } from "@/app/_ui/kinds/phone-pieces";
import { Prose } from "@/app/_ui/kinds/prose";
import styles from "@/app/j/[code]/_ui/prompt.module.css";
import type { ResponseValue, Tally } from "@/protocol/kinds";

type Props = {
  slide: PromptSlide;
  results: Tally;
  /** What stands beside them: the first round, or the slide that they are compared with. */
  earlier: Tally | null;
  /** Whether the earlier ones are the first round of the same prompt. */
  again: boolean;
  own: ResponseValue | null;
  said: Said;
};

export function Results({ slide, results, earlier, again, own, said }: Props) {
  const t = useTranslations("phone");
  const id = useId();
  const pieces = piecesOf(slide);
  return (
    <section className={styles.results} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id}>{t("results")}</h2>
        <p>{t("answers", { count: results.responses })}</p>
      </div>
      <pieces.Results
        slide={slide}
        results={results}
        own={own?.kind === slide.kind ? own : null}
        said={said}
      />
      {earlier?.kind === slide.kind && (
        <details className={styles.earlier}>
          <summary>{t(again ? "earlierRound" : "earlierSlide")}</summary>
          <pieces.Results slide={slide} results={earlier} own={null} said={said} />
        </details>
      )}
      <div {...said}>
        <Prose html={slide.explanation} className={styles.explanation} />
      </div>
    </section>
  );
}
