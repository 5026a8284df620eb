import { useTranslations } from "next-intl";
import type { CSSProperties } from "react";
import styles from "@/app/_ui/kinds/scale/summary.module.css";
import type { SummaryProps } from "@/app/_ui/kinds/summary-props";

export function ScaleSummary({ slide, results }: SummaryProps<"scale">) {
  const t = useTranslations("summary");
  const points = Array.from({ length: slide.points }, (_, index) => index + 1);
  return (
    <>
      {slide.statements.map((statement, index) => {
        const tally = results.statements[index] ?? { counts: [], median: 0 };
        const most = Math.max(1, ...tally.counts);
        return (
          <table key={statement.id} className={styles.table}>
            <caption>
              {statement.text}
              <span>{t("median", { value: tally.median, points: slide.points })}</span>
            </caption>
            <tbody>
              <tr>
                <th scope="row">
                  <span className="unseen">{t("howMany")}</span>
                </th>
                {points.map((point) => {
                  const count = tally.counts[point - 1] ?? 0;
                  return (
                    <td key={point} data-none={count === 0}>
                      {count}
                      <span className={styles.bar} style={{ "--part": count / most } as CSSProperties} />
                    </td>
                  );
                })}
              </tr>
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">
                  <span className="unseen">{t("rating")}</span>
                </th>
                {points.map((point) => (
                  <td key={point} className={styles.point}>
                    {point}
                  </td>
                ))}
              </tr>
            </tfoot>
          </table>
        );
      })}
      <p className={styles.ends}>
        <span>{t("end", { point: 1, label: slide.low })}</span>
        <span>{t("end", { point: slide.points, label: slide.high })}</span>
      </p>
    </>
  );
}
