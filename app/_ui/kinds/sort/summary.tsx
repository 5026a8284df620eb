import { useTranslations } from "next-intl";
import { rightBin } from "@/app/_ui/kinds/sort/bins";
import { Split, Swatch } from "@/app/_ui/kinds/sort/split";
import styles from "@/app/_ui/kinds/sort/summary.module.css";
import type { SummaryProps } from "@/app/_ui/kinds/summary-props";

type Props = SummaryProps<"sort">;

/** Bars for the eye, which fit any width, and the same as a table for those who hear it. */
export function SortSummary(props: Props) {
  const { slide, results, earlier } = props;
  const t = useTranslations("summary");
  return (
    <>
      <Table {...props} />
      <ol className={styles.statements} aria-hidden="true">
        {slide.statements.map((statement, index) => {
          const counts = results.statements[index] ?? [];
          const right = rightBin(slide, statement.id);
          return (
            <li key={statement.id}>
              <p>{statement.text}</p>
              <Split counts={counts} right={right} earlier={earlier?.statements[index]} />
              <ul className={styles.bins}>
                {slide.bins.map((bin, at) => (
                  <li key={bin.id} data-right={at === right}>
                    <Swatch bin={at} />
                    <span>
                      {at === right && "✓ "}
                      {bin.text}{" "}
                      <b>
                        <bdi>
                          {t("ofResponses", { count: counts[at] ?? 0, responses: results.responses })}
                        </bdi>
                      </b>{" "}
                      {earlier && (
                        <bdi className={styles.before}>
                          {t("sort.before", { count: earlier.statements[index]?.[at] ?? 0 })}
                        </bdi>
                      )}
                    </span>
                  </li>
                ))}
              </ul>
            </li>
          );
        })}
      </ol>
    </>
  );
}

function Table({ slide, results, earlier }: Props) {
  const t = useTranslations("summary");
  return (
    <div className="unseen">
      <table>
        <caption>{t("sort.caption", { count: results.responses })}</caption>
        <thead>
          <tr>
            <th scope="col">{t("sort.statement")}</th>
            {slide.bins.map((bin) => (
              <th key={bin.id} scope="col">
                {bin.text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {slide.statements.map((statement, index) => (
            <tr key={statement.id}>
              <th scope="row">{statement.text}</th>
              {slide.bins.map((bin, at) => (
                <td key={bin.id}>
                  {results.statements[index]?.[at] ?? 0}
                  {at === rightBin(slide, statement.id) && ` ${t("rightAnswer")}`}
                  {earlier && ` ${t("sort.before", { count: earlier.statements[index]?.[at] ?? 0 })}`}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
