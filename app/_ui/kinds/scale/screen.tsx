import { useTranslations } from "next-intl";
import type { CSSProperties } from "react";
import { Prose } from "@/app/_ui/kinds/prose";
import styles from "@/app/_ui/kinds/scale/screen.module.css";
import type { ScreenProps } from "@/app/_ui/kinds/screen-props";

export function ScaleScreen({ slide, results, earlier }: ScreenProps<"scale">) {
  const t = useTranslations("screen");
  const points = Array.from({ length: slide.points }, (_, index) => index + 1);
  const ends = (
    <p className={styles.ends}>
      <span>
        <b>1</b> {slide.low}
      </span>
      <span>
        <b>{slide.points}</b> {slide.high}
      </span>
    </p>
  );
  if (!results)
    return (
      <>
        <Prose html={slide.body} />
        <ul className={styles.statements}>
          {slide.statements.map((statement) => (
            <li key={statement.id}>{statement.text}</li>
          ))}
        </ul>
        {ends}
      </>
    );
  const many = slide.statements.length > 3;
  const sizes = { "--bar": barHeight(slide.statements.length), "--points": slide.points } as CSSProperties;
  return (
    <>
      <ul className={`${styles.results} ${many ? styles.many : styles.few}`} style={sizes}>
        {slide.statements.map((statement, index) => {
          const tally = results.statements[index] ?? { counts: [], median: 0 };
          return (
            <li key={statement.id} className={styles.row}>
              <p className={styles.statement}>{statement.text}</p>
              <Columns
                points={points}
                counts={tally.counts}
                median={tally.median}
                before={earlier?.statements[index]?.counts}
              />
              <p className={styles.median}>
                <span aria-hidden="true">▲ </span>
                {many
                  ? t("medianShort", { value: tally.median })
                  : t("median", { value: tally.median, points: slide.points })}
                {earlier && (
                  <small>{t("medianBefore", { value: earlier.statements[index]?.median ?? 0 })}</small>
                )}
              </p>
            </li>
          );
        })}
      </ul>
      {ends}
      {earlier && <p className={styles.legend}>{t("scaleLegend")}</p>}
      <Prose html={slide.explanation} className={styles.explanation} />
    </>
  );
}

type ColumnsProps = { points: number[]; counts: number[]; median: number; before: number[] | undefined };

function Columns({ points, counts, median, before }: ColumnsProps) {
  const t = useTranslations("screen");
  // Shares, since not as many need have answered before.
  const shareOf = (all: number[], point: number) => (all[point - 1] ?? 0) / Math.max(1, sum(all));
  const most = Math.max(
    ...points.flatMap((point) => [shareOf(counts, point), shareOf(before ?? [], point)]),
    0.01,
  );
  return (
    <ol className={styles.columns}>
      {points.map((point) => {
        const count = counts[point - 1] ?? 0;
        return (
          <li key={point} className={`${styles.cell} ${isMedian(point, median) ? styles.marked : ""}`}>
            <span className={styles.count} data-none={count === 0} aria-hidden="true">
              {count}
            </span>
            <span className={styles.bars}>
              {before && (
                <span
                  className={styles.before}
                  style={{ "--part": shareOf(before, point) / most } as CSSProperties}
                />
              )}
              <span
                className={styles.bar}
                style={{ "--part": shareOf(counts, point) / most } as CSSProperties}
              />
            </span>
            <span className={styles.point} aria-hidden="true">
              {point}
            </span>
            <span className="unseen">{t("ratings", { point, count })}</span>
          </li>
        );
      })}
    </ol>
  );
}

const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0);

/** One statement may be tall; eight have to share the page. */
function barHeight(statements: number): number {
  if (statements === 1) return 300;
  if (statements === 2) return 150;
  if (statements === 3) return 90;
  return statements <= 5 ? 50 : 30;
}

/** A median between two points marks both. */
const isMedian = (point: number, median: number) =>
  Math.floor(median) === point || Math.ceil(median) === point;
