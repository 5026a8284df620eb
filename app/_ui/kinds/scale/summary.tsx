import { useTranslations } from "next-intl";
import type { CSSProperties } from "react";
import styles from "@/app/_ui/kinds/scale/summary.module.css";
import type { SummaryProps } from "@/app/_ui/kinds/summary-props";

/** How each statement was rated; what was found before stands above, paler. */
export function ScaleSummary({ slide, results, earlier }: SummaryProps<"scale">) {
  const t = useTranslations("summary");
  const points = Array.from({ length: slide.points }, (_, index) => index + 1);
  return (
    <>
      {slide.statements.map((statement, index) => {
        const now = results.statements[index] ?? nothing;
        const before = earlier ? (earlier.statements[index] ?? nothing) : undefined;
        return (
          <table key={statement.id} className={styles.table}>
            <caption>
              {statement.text}
              {!before && (
                <span>
                  <bdi>{t("median", { value: now.median, points: slide.points })}</bdi>
                </span>
              )}
            </caption>
            <colgroup>
              <col className={styles.names} />
              <col span={slide.points} />
            </colgroup>
            {before && (
              <tbody className={styles.before}>
                <Named name={t("before")} median={before.median} points={slide.points} />
                <Counts counts={before.counts} points={points} />
              </tbody>
            )}
            <tbody>
              {before && <Named name={t("after")} median={now.median} points={slide.points} />}
              <Counts counts={now.counts} points={points} />
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

const nothing = { counts: [] as number[], median: 0 };

function Named({ name, median, points }: { name: string; median: number; points: number }) {
  const t = useTranslations("summary");
  return (
    <tr>
      <th scope="rowgroup" colSpan={points + 1} className={styles.name}>
        <bdi>
          <b>{name}</b> {t("median", { value: median, points })}
        </bdi>
      </th>
    </tr>
  );
}

function Counts({ counts, points }: { counts: number[]; points: number[] }) {
  const t = useTranslations("summary");
  const most = Math.max(1, ...counts);
  return (
    <tr>
      <th scope="row">
        <span className="unseen">{t("howMany")}</span>
      </th>
      {points.map((point) => {
        const count = counts[point - 1] ?? 0;
        return (
          <td key={point} data-none={count === 0}>
            {count}
            <span className={styles.bar} style={{ "--part": count / most } as CSSProperties} />
          </td>
        );
      })}
    </tr>
  );
}
