import { useTranslations } from "next-intl";
import { rankingOf, shareOf } from "@/app/_ui/kinds/rank/order";
import styles from "@/app/_ui/kinds/rank/summary.module.css";
import type { SummaryProps } from "@/app/_ui/kinds/summary-props";
import type { TallyOf } from "@/protocol/kinds";

type Props = SummaryProps<"rank"> & { earlier?: TallyOf<"rank"> | null };

export function RankSummary({ slide, results, earlier }: Props) {
  const t = useTranslations("summary");
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption>{t("rank.caption", { first: slide.first, last: slide.last })}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="unseen">{t("rank.place")}</span>
            </th>
            <th scope="col">
              <span className="unseen">{t("rank.item")}</span>
            </th>
            <th scope="col">{t("rank.mean")}</th>
            {earlier && <th scope="col">{t("rank.before")}</th>}
            {slide.correct.length > 0 && <th scope="col">✓ {t("rank.right")}</th>}
          </tr>
        </thead>
        <tbody>
          {rankingOf(slide.items, results.items).map(({ item, mean, place }) => (
            <tr key={item.id}>
              <td className={styles.place}>{place}</td>
              <th scope="row">
                {item.text}
                <span className={styles.track} aria-hidden="true">
                  <span style={{ inlineSize: `${100 * shareOf(mean, slide.items.length)}%` }} />
                </span>
              </th>
              <td>{t("rank.number", { number: Math.round(mean * 10) / 10 })}</td>
              {earlier && (
                <td className={styles.quiet}>
                  {t("rank.number", {
                    number: Math.round((earlier.items[slide.items.indexOf(item)]?.mean ?? 0) * 10) / 10,
                  })}
                </td>
              )}
              {slide.correct.length > 0 && (
                <td className={styles.right}>{slide.correct.indexOf(item.id) + 1}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
