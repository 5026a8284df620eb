import { useTranslations } from "next-intl";
import styles from "@/app/_ui/kinds/choice/console.module.css";
import type { ConsoleKind, ResultsProps } from "@/app/_ui/kinds/console-props";

export const choiceConsole: ConsoleKind<"choice"> = {
  Results: ChoiceResults,
  answers: ({ options, correct }) =>
    options.filter((option) => correct.includes(option.id)).map((option) => option.text),
};

function ChoiceResults({ slide, results }: ResultsProps<"choice">) {
  const t = useTranslations("console.results");
  const most = Math.max(1, ...results.counts);
  return (
    <ul className={styles.bars}>
      {slide.options.map((option, index) => {
        const count = results.counts[index] ?? 0;
        const right = slide.correct.includes(option.id);
        return (
          <li key={option.id} data-right={right}>
            <span className={styles.option}>
              {option.text}
              {right && <b className={styles.right}>{t("right")}</b>}
            </span>
            <span className={styles.count}>{t("ofAnswers", { count, answers: results.responses })}</span>
            <span className={styles.track} aria-hidden="true">
              <span style={{ inlineSize: `${(100 * count) / Math.max(most, results.responses)}%` }} />
            </span>
          </li>
        );
      })}
    </ul>
  );
}
