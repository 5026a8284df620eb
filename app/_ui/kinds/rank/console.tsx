import { useTranslations } from "next-intl";
import type { ConsoleKind, ResultsProps } from "@/app/_ui/kinds/console-props";
import styles from "@/app/_ui/kinds/rank/console.module.css";
import { rankingOf, shareOf } from "@/app/_ui/kinds/rank/order";

export const rankConsole: ConsoleKind<"rank"> = {
  Results: RankResults,
  answers: ({ items, correct }) =>
    correct.flatMap((id, index) => {
      const item = items.find((known) => known.id === id);
      return item ? [`${index + 1}. ${item.text}`] : [];
    }),
};

function RankResults({ slide, results, earlier }: ResultsProps<"rank">) {
  const t = useTranslations("console.results");
  return (
    <ol className={styles.bars}>
      {rankingOf(slide.items, results.items).map(({ item, mean, place }) => {
        const before = earlier?.items[slide.items.indexOf(item)]?.mean;
        const right = slide.correct.indexOf(item.id) + 1;
        return (
          <li key={item.id}>
            <b>{place}</b>
            <span className={styles.name}>
              {item.text}
              {right > 0 && <span className={styles.right}>✓ {t("rankRight", { place: right })}</span>}
            </span>
            <span className={styles.mean}>
              {t("rankMean", { mean: rounded(mean) })}
              {before !== undefined && (
                <span className={styles.before}>{t("rankBefore", { mean: rounded(before) })}</span>
              )}
            </span>
            <span className={styles.track} aria-hidden="true">
              <span style={{ inlineSize: `${100 * shareOf(mean, slide.items.length)}%` }} />
            </span>
          </li>
        );
      })}
    </ol>
  );
}

const rounded = (mean: number) => Math.round(mean * 10) / 10;
