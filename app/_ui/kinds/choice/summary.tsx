import { useTranslations } from "next-intl";
import { inOrder } from "@/app/_ui/kinds/choice/order";
import styles from "@/app/_ui/kinds/choice/summary.module.css";
import type { SummaryProps } from "@/app/_ui/kinds/summary-props";

export function ChoiceSummary({ slide, results, earlier }: SummaryProps<"choice">) {
  const t = useTranslations("summary");
  return (
    <table className={styles.table}>
      <caption className="unseen">{t("choiceCaption", { count: results.responses })}</caption>
      <thead className={earlier ? styles.head : "unseen"}>
        <tr>
          <th scope="col">
            <bdi className="unseen">{t("option")}</bdi>
          </th>
          {earlier && (
            <th scope="col" className={styles.before}>
              <bdi>{t("before")}</bdi>
            </th>
          )}
          <th scope="col">
            <bdi>{t(earlier ? "after" : "chosenBy")}</bdi>
          </th>
        </tr>
      </thead>
      <tbody>
        {inOrder(slide, results).map(({ option, index, count }) => {
          const right = slide.correct.includes(option.id);
          const before = earlier?.counts[index] ?? 0;
          return (
            <tr key={option.id}>
              <th scope="row">
                {option.text}
                {right && <bdi className={styles.right}>✓ {t("rightAnswer")}</bdi>}
                <span className={styles.track} aria-hidden="true">
                  <span
                    className={barStyle(right, slide.correct.length > 0)}
                    style={{ inlineSize: percent(count, results.responses) }}
                  />
                </span>
                {earlier && (
                  <span className={styles.trackBefore} aria-hidden="true">
                    <span style={{ inlineSize: percent(before, earlier.responses) }} />
                  </span>
                )}
              </th>
              {earlier && (
                <td className={styles.before}>
                  <bdi>{t("ofResponses", { count: before, responses: earlier.responses })}</bdi>
                </td>
              )}
              <td>
                <bdi>{t("ofResponses", { count, responses: results.responses })}</bdi>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const percent = (count: number, responses: number) => `${responses === 0 ? 0 : (100 * count) / responses}%`;

/** The right answer is solid and the others are hatched; where none is right, all are alike. */
function barStyle(right: boolean, anyRight: boolean) {
  if (right) return styles.rightBar;
  return anyRight ? styles.otherBar : styles.bar;
}
