import { useTranslations } from "next-intl";
import { ItemPicture } from "@/app/_ui/kinds/picture";
import { Prose } from "@/app/_ui/kinds/prose";
import type { ScreenProps } from "@/app/_ui/kinds/screen-props";
import { fullestBins, rightBin } from "@/app/_ui/kinds/sort/bins";
import styles from "@/app/_ui/kinds/sort/screen.module.css";
import { Split, Swatch } from "@/app/_ui/kinds/sort/split";
import type { SlideViewOf, TallyOf } from "@/protocol/kinds";

type Props = ScreenProps<"sort"> & { earlier?: TallyOf<"sort"> | null };

export function SortScreen({ slide, results, earlier }: Props) {
  const t = useTranslations("screen");
  if (!results) return <Asked slide={slide} />;
  return (
    <>
      <Bins slide={slide} before={Boolean(earlier)} />
      <ol
        className={styles.results}
        data-many={slide.statements.length > 4}
        data-crowded={slide.statements.length > 8}
      >
        {slide.statements.map((statement, index) => {
          const counts = results.statements[index] ?? [];
          const right = rightBin(slide, statement.id);
          const named = right === undefined ? fullestBins(counts) : [right];
          return (
            <li key={statement.id}>
              <p className={styles.statement}>
                <ItemPicture of={statement} />
                <span>{statement.text}</span>
              </p>
              <Split counts={counts} right={right} earlier={earlier?.statements[index]} />
              <p className={styles.words} data-right={right !== undefined}>
                {named.map((bin) => (
                  <span key={bin}>
                    {right !== undefined && (
                      <>
                        <span aria-hidden="true">✓ </span>
                        <span className="unseen">{t("rightAnswer")}: </span>
                      </>
                    )}
                    {slide.bins[bin]?.text}:{" "}
                    <bdi>{t("ofResponses", { count: counts[bin] ?? 0, responses: results.responses })}</bdi>
                  </span>
                ))}
              </p>
            </li>
          );
        })}
      </ol>
      <Prose html={slide.explanation} className={styles.explanation} />
    </>
  );
}

function Asked({ slide }: { slide: SlideViewOf<"sort"> }) {
  const t = useTranslations("screen");
  return (
    <>
      <Prose html={slide.body} />
      <p className={styles.hint}>
        <bdi>{t("sort.hint")}</bdi>
      </p>
      <Bins slide={slide} before={false} />
      <ul className={styles.statements} data-many={slide.statements.length > 4}>
        {slide.statements.map((statement) => (
          <li key={statement.id}>
            <ItemPicture of={statement} />
            <span>{statement.text}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Bins({ slide, before }: { slide: SlideViewOf<"sort">; before: boolean }) {
  const t = useTranslations("screen");
  return (
    <ul className={styles.key}>
      {slide.bins.map((bin, index) => (
        <li key={bin.id}>
          <Swatch bin={index} />
          <ItemPicture of={bin} />
          <span>{bin.text}</span>
        </li>
      ))}
      {before && (
        <li className={styles.before}>
          <bdi>{t("sort.before")}</bdi>
        </li>
      )}
    </ul>
  );
}
