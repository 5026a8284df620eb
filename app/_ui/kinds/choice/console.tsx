import { useTranslations } from "next-intl";
import styles from "@/app/_ui/kinds/choice/console.module.css";
import type { ConsoleKind, ResultsProps } from "@/app/_ui/kinds/console-props";
import type { TallyOf } from "@/protocol/kinds";

export const choiceConsole: ConsoleKind<"choice"> = {
  Results: ChoiceResults,
  answers: ({ options, correct }) =>
    options.filter((option) => correct.includes(option.id)).map((option) => option.text),
};

function ChoiceResults({ slide, results, earlier }: ResultsProps<"choice">) {
  const t = useTranslations("console.results");
  return (
    <ul className={styles.bars}>
      {slide.options.map((option, index) => {
        const right = slide.correct.includes(option.id);
        return (
          <li key={option.id} data-right={right}>
            <span className={styles.option}>
              {option.text}
              {right && <b className={styles.right}>{t("right")}</b>}
            </span>
            <span className={styles.count}>
              {t("ofAnswers", { count: results.counts[index] ?? 0, answers: results.responses })}
            </span>
            <Bar tally={results} index={index} />
            {earlier && (
              <>
                <span className={styles.before}>{t("before")}</span>
                <span className={styles.before}>
                  {t("ofAnswers", { count: earlier.counts[index] ?? 0, answers: earlier.responses })}
                </span>
                <Bar tally={earlier} index={index} before />
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** Both rounds are measured against their own answers, since more or fewer may have come. */
function Bar({
  tally,
  index,
  before = false,
}: {
  tally: TallyOf<"choice">;
  index: number;
  before?: boolean;
}) {
  const whole = Math.max(1, tally.responses, ...tally.counts);
  return (
    <span className={styles.track} data-before={before} aria-hidden="true">
      <span style={{ inlineSize: `${(100 * (tally.counts[index] ?? 0)) / whole}%` }} />
    </span>
  );
}
