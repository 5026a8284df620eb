import { useTranslations } from "next-intl";
import { type PromptSlide, piecesOf } from "@/app/_ui/kinds/phone";
import type { Said } from "@/app/_ui/kinds/phone-pieces";
import { Prose } from "@/app/_ui/kinds/prose";
import styles from "@/app/j/[code]/_ui/prompt.module.css";
import type { ResponseValue, Tally } from "@/protocol/kinds";

type Props = {
  slide: PromptSlide;
  results: Exclude<Tally, { kind: "content" }>;
  own: ResponseValue | null;
  said: Said;
};

export function Results({ slide, results, own, said }: Props) {
  const t = useTranslations("phone");
  const pieces = piecesOf(slide);
  return (
    <section className={styles.results} aria-labelledby="results">
      <div className={styles.head}>
        <h2 id="results">{t("results")}</h2>
        <p>{t("answers", { count: results.responses })}</p>
      </div>
      <pieces.Results
        slide={slide}
        results={results}
        own={own?.kind === slide.kind ? own : null}
        said={said}
      />
      <div {...said}>
        <Prose html={slide.explanation} className={styles.explanation} />
      </div>
    </section>
  );
}
