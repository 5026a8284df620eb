import { useTranslations } from "next-intl";
import { rightBin } from "@/app/_ui/kinds/sort/bins";
import { Split, Swatch } from "@/app/_ui/kinds/sort/split";
import styles from "@/app/_ui/kinds/sort/summary.module.css";
import type { SummaryProps } from "@/app/_ui/kinds/summary-props";
import type { TallyOf } from "@/protocol/kinds";

type Props = SummaryProps<"sort"> & { earlier?: TallyOf<"sort"> | null };

export function SortSummary({ slide, results, earlier }: Props) {
  const t = useTranslations("summary");
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption className="unseen">{t("sort.caption", { count: results.responses })}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="unseen">{t("sort.statement")}</span>
            </th>
            {slide.bins.map((bin, at) => (
              <th key={bin.id} scope="col">
                <Swatch bin={at} /> {bin.text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {slide.statements.map((statement, index) => {
            const counts = results.statements[index] ?? [];
            const right = rightBin(slide, statement.id);
            const before = earlier?.statements[index];
            return (
              <tr key={statement.id}>
                <th scope="row">
                  {statement.text}
                  <Split counts={counts} right={right} earlier={before} />
                </th>
                {slide.bins.map((bin, at) => (
                  <td key={bin.id} data-right={at === right}>
                    {counts[at] ?? 0}
                    {at === right && (
                      <>
                        <span aria-hidden="true"> ✓</span>
                        <span className="unseen"> {t("rightAnswer")}</span>
                      </>
                    )}
                    {before && (
                      <span className={styles.before}>{t("sort.before", { count: before[at] ?? 0 })}</span>
                    )}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
