import { useTranslations } from "next-intl";
import type { CSSProperties } from "react";
import type { ConsoleKind, ResultsProps } from "@/app/_ui/kinds/console-props";
import styles from "@/app/_ui/kinds/scale/console.module.css";

export const scaleConsole: ConsoleKind<"scale"> = { Results: ScaleResults };

function ScaleResults({ slide, results }: ResultsProps<"scale">) {
  const t = useTranslations("console.results");
  const points = Array.from({ length: slide.points }, (_, index) => index + 1);
  return (
    <>
      <ul className={styles.statements} style={{ "--points": slide.points } as CSSProperties}>
        {slide.statements.map((statement, index) => {
          const tally = results.statements[index] ?? { counts: [], median: 0 };
          const most = Math.max(1, ...tally.counts);
          return (
            <li key={statement.id}>
              <p>{statement.text}</p>
              <p className={styles.median}>{t("median", { value: tally.median, points: slide.points })}</p>
              <ol className={styles.columns}>
                {points.map((point) => {
                  const count = tally.counts[point - 1] ?? 0;
                  return (
                    <li key={point}>
                      <span className="unseen">{t("ratings", { point, count })}</span>
                      <span aria-hidden="true">{count > 0 ? count : "·"}</span>
                      <span
                        aria-hidden="true"
                        className={styles.bar}
                        style={{ "--part": count / most } as CSSProperties}
                      />
                      <span aria-hidden="true" className={styles.point}>
                        {point}
                      </span>
                    </li>
                  );
                })}
              </ol>
            </li>
          );
        })}
      </ul>
      <p className={styles.ends}>
        <span>
          <b>1</b> {slide.low}
        </span>
        <span>
          <b>{slide.points}</b> {slide.high}
        </span>
      </p>
    </>
  );
}
