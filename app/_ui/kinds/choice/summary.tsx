import { useTranslations } from "next-intl";
import styles from "@/app/_ui/kinds/choice/summary.module.css";
import type { SummaryProps } from "@/app/_ui/kinds/summary-props";

export function ChoiceSummary({ slide, results }: SummaryProps<"choice">) {
  const t = useTranslations("summary");
  return (
    <table className={styles.table}>
      <caption className="unseen">{t("choiceCaption", { count: results.responses })}</caption>
      <thead className="unseen">
        <tr>
          <th scope="col">{t("option")}</th>
          <th scope="col">{t("chosenBy")}</th>
        </tr>
      </thead>
      <tbody>
        {slide.options.map((option, index) => {
          const count = results.counts[index] ?? 0;
          const right = slide.correct.includes(option.id);
          return (
            <tr key={option.id}>
              <th scope="row">
                {option.text}
                {right && <span className={styles.right}>✓ {t("rightAnswer")}</span>}
                <span className={styles.track} aria-hidden="true">
                  <span
                    className={barStyle(right, slide.correct.length > 0)}
                    style={{
                      inlineSize: `${results.responses === 0 ? 0 : (100 * count) / results.responses}%`,
                    }}
                  />
                </span>
              </th>
              <td>{t("ofResponses", { count, responses: results.responses })}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** The right answer is solid and the others are hatched; where none is right, all are alike. */
function barStyle(right: boolean, anyRight: boolean) {
  if (right) return styles.rightBar;
  return anyRight ? styles.otherBar : styles.bar;
}
