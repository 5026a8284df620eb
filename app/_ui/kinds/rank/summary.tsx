import { useTranslations } from "next-intl";
import { rankingOf, shareOf } from "@/app/_ui/kinds/rank/order";
import styles from "@/app/_ui/kinds/rank/summary.module.css";
import type { SummaryProps } from "@/app/_ui/kinds/summary-props";
import type { SlideViewOf, TallyOf } from "@/protocol/kinds";

type Props = SummaryProps<"rank">;

/** Bars for the eye, which fit any width, and the same as a table for those who hear it. */
export function RankSummary(props: Props) {
  const { slide, results, earlier } = props;
  const t = useTranslations("summary");
  return (
    <>
      <Table {...props} />
      <p className={styles.caption} aria-hidden="true">
        <bdi>{t("rank.caption", { first: slide.first, last: slide.last })}</bdi>
      </p>
      <ol className={styles.bars} aria-hidden="true">
        {rankingOf(slide.items, results.items).map(({ item, mean, place }) => (
          <li key={item.id}>
            <b>{place}</b>
            <span className={styles.name}>{item.text}</span>
            <b>{t("rank.number", { number: rounded(mean) })}</b>
            <span className={styles.track}>
              <span style={{ inlineSize: `${100 * shareOf(mean, slide.items.length)}%` }} />
            </span>
            <span className={styles.more}>
              {slide.correct.length > 0 && (
                <bdi className={styles.right}>
                  ✓ {t("rank.right")}: {rightPlace(slide, item.id)}
                </bdi>
              )}{" "}
              {earlier && (
                <bdi>
                  {t("rank.before")}: {t("rank.number", { number: before(slide, earlier, item.id) })}
                </bdi>
              )}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}

function Table({ slide, results, earlier }: Props) {
  const t = useTranslations("summary");
  return (
    <div className="unseen">
      <table>
        <caption>{t("rank.caption", { first: slide.first, last: slide.last })}</caption>
        <thead>
          <tr>
            <th scope="col">{t("rank.place")}</th>
            <th scope="col">{t("rank.item")}</th>
            <th scope="col">{t("rank.mean")}</th>
            {earlier && <th scope="col">{t("rank.before")}</th>}
            {slide.correct.length > 0 && <th scope="col">{t("rank.right")}</th>}
          </tr>
        </thead>
        <tbody>
          {rankingOf(slide.items, results.items).map(({ item, mean, place }) => (
            <tr key={item.id}>
              <td>{place}</td>
              <th scope="row">{item.text}</th>
              <td>{t("rank.number", { number: rounded(mean) })}</td>
              {earlier && <td>{t("rank.number", { number: before(slide, earlier, item.id) })}</td>}
              {slide.correct.length > 0 && <td>{rightPlace(slide, item.id)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type Ranks = SlideViewOf<"rank">;

const rounded = (mean: number) => Math.round(mean * 10) / 10;
const rightPlace = ({ correct }: Ranks, id: string) => correct.indexOf(id) + 1;
const before = ({ items }: Ranks, earlier: TallyOf<"rank">, id: string) =>
  rounded(earlier.items[items.findIndex((item) => item.id === id)]?.mean ?? 0);
