import { useTranslations } from "next-intl";
import { ItemPicture } from "@/app/_ui/kinds/picture";
import { Prose } from "@/app/_ui/kinds/prose";
import { rankingOf, shareOf } from "@/app/_ui/kinds/rank/order";
import styles from "@/app/_ui/kinds/rank/screen.module.css";
import type { ScreenProps } from "@/app/_ui/kinds/screen-props";
import type { SlideViewOf, TallyOf } from "@/protocol/kinds";

type Props = ScreenProps<"rank"> & { earlier?: TallyOf<"rank"> | null };

export function RankScreen({ slide, results, earlier }: Props) {
  const t = useTranslations("screen");
  if (!results) return <Asked slide={slide} />;
  const all = slide.items.length;
  return (
    <>
      <div className={styles.beside} data-right={slide.correct.length > 0} data-many={all > 5}>
        <section>
          <h2 className={styles.label}>
            <bdi>{t("rank.room")}</bdi>
          </h2>
          <ol className={styles.bars}>
            {rankingOf(slide.items, results.items).map(({ item, mean, place }) => {
              const before = earlier?.items[slide.items.indexOf(item)]?.mean;
              return (
                <li key={item.id}>
                  <span className={styles.place}>{place}</span>
                  <span className={styles.name}>
                    <ItemPicture of={item} />
                    <span>{item.text}</span>
                  </span>
                  <span className={styles.mean}>
                    <bdi>{t("rank.mean", { mean: rounded(mean) })}</bdi>
                    {before !== undefined && (
                      <bdi className={styles.before}>{t("rank.before", { mean: rounded(before) })}</bdi>
                    )}
                  </span>
                  <span className={styles.track} aria-hidden="true">
                    <span style={{ inlineSize: `${100 * shareOf(mean, all)}%` }} />
                    {before !== undefined && (
                      <span
                        className={styles.beforeBar}
                        style={{ inlineSize: `${100 * shareOf(before, all)}%` }}
                      />
                    )}
                  </span>
                </li>
              );
            })}
          </ol>
        </section>
        <RightOrder slide={slide} />
      </div>
      <Prose html={slide.explanation} className={styles.explanation} />
    </>
  );
}

function RightOrder({ slide }: { slide: SlideViewOf<"rank"> }) {
  const t = useTranslations("screen");
  if (slide.correct.length === 0) return null;
  return (
    <section className={styles.right}>
      <h2 className={styles.label}>
        <span aria-hidden="true">✓ </span>
        <bdi>{t("rank.rightOrder")}</bdi>
      </h2>
      <ol>
        {slide.correct.map((id, index) => (
          <li key={id}>
            <span className={styles.place}>{index + 1}</span>
            <span className={styles.name}>{slide.items.find((item) => item.id === id)?.text}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Asked({ slide }: { slide: SlideViewOf<"rank"> }) {
  const t = useTranslations("screen");
  return (
    <>
      <Prose html={slide.body} />
      <p className={styles.hint}>
        <bdi>{t("rank.hint", { first: slide.first, last: slide.last })}</bdi>
      </p>
      <ul className={styles.items} data-many={slide.items.length > 4}>
        {slide.items.map((item) => (
          <li key={item.id}>
            <ItemPicture of={item} />
            <span>{item.text}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

const rounded = (mean: number) => Math.round(mean * 10) / 10;
