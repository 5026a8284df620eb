import { useTranslations } from "next-intl";
import type { CSSProperties } from "react";
import type { ConsoleKind, ResultsProps } from "@/app/_ui/kinds/console-props";
import styles from "@/app/_ui/kinds/scale/console.module.css";

export const scaleConsole: ConsoleKind<"scale"> = { Results: ScaleResults };

function ScaleResults({ slide, results, earlier }: ResultsProps<"scale">) {
  const t = useTranslations("console.results");
  const none = { counts: [], median: 0 };
  return (
    <>
      <ul className={styles.statements} style={{ "--points": slide.points } as CSSProperties}>
        {slide.statements.map((statement, index) => {
          const now = results.statements[index] ?? none;
          const before = earlier?.statements[index];
          return (
            <li key={statement.id}>
              <p>{statement.text}</p>
              <p className={styles.median}>
                {t("median", { value: now.median, points: slide.points })}
                {before && <span>{t("medianBefore", { value: before.median })}</span>}
              </p>
              <Columns counts={now.counts} points={slide.points} />
              {before && (
                <>
                  <p className={styles.median}>{t("before")}</p>
                  <Columns counts={before.counts} points={slide.points} before />
                </>
              )}
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

function Columns({ counts, points, before = false }: { counts: number[]; points: number; before?: boolean }) {
  const t = useTranslations("console.results");
  const most = Math.max(1, ...counts);
  return (
    <ol className={styles.columns} data-before={before}>
      {Array.from({ length: points }, (_, index) => index + 1).map((point) => {
        const count = counts[point - 1] ?? 0;
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
  );
}
