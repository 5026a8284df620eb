import { useTranslations } from "next-intl";
import type { ConsoleKind, ResultsProps } from "@/app/_ui/kinds/console-props";
import { rightBin } from "@/app/_ui/kinds/sort/bins";
import styles from "@/app/_ui/kinds/sort/console.module.css";
import { Split, Swatch } from "@/app/_ui/kinds/sort/split";

export const sortConsole: ConsoleKind<"sort"> = {
  Results: SortResults,
  answers: (slide) =>
    slide.statements.flatMap((statement) => {
      const right = slide.bins[rightBin(slide, statement.id) ?? -1];
      return right ? [`${statement.text} → ${right.text}`] : [];
    }),
};

function SortResults({ slide, results, earlier }: ResultsProps<"sort">) {
  const t = useTranslations("console.results");
  return (
    <ol className={styles.statements}>
      {slide.statements.map((statement, index) => {
        const counts = results.statements[index] ?? [];
        const right = rightBin(slide, statement.id);
        return (
          <li key={statement.id}>
            <p>{statement.text}</p>
            <Split counts={counts} right={right} earlier={earlier?.statements[index]} />
            <ul className={styles.bins}>
              {slide.bins.map((bin, at) => (
                <li key={bin.id}>
                  <Swatch bin={at} />
                  <span>
                    {bin.text} <b>{t("ofAnswers", { count: counts[at] ?? 0, answers: results.responses })}</b>
                    {earlier && (
                      <span className={styles.before}>
                        {" "}
                        {t("sortBefore", {
                          count: earlier.statements[index]?.[at] ?? 0,
                          answers: earlier.responses,
                        })}
                      </span>
                    )}
                    {at === right && <span className={styles.right}>✓ {t("right")}</span>}
                  </span>
                </li>
              ))}
            </ul>
          </li>
        );
      })}
    </ol>
  );
}
