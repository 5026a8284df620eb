import { useTranslations } from "next-intl";
import { inOrder } from "@/app/_ui/kinds/choice/order";
import styles from "@/app/_ui/kinds/choice/screen.module.css";
import { ItemPicture } from "@/app/_ui/kinds/picture";
import { Prose } from "@/app/_ui/kinds/prose";
import type { ScreenProps } from "@/app/_ui/kinds/screen-props";

export function ChoiceScreen({ slide, results, earlier }: ScreenProps<"choice">) {
  const t = useTranslations("screen");
  if (!results)
    return (
      <>
        <Prose html={slide.body} />
        <p className={styles.hint}>
          {slide.pick === 1 ? t("pickOne") : t("pickSeveral", { count: slide.pick })}
        </p>
        <ul className={styles.options} data-many={slide.options.length > 4}>
          {slide.options.map((option) => (
            <li key={option.id}>
              <ItemPicture of={option} />
              <span>{option.text}</span>
            </li>
          ))}
        </ul>
      </>
    );
  return (
    <>
      <ul className={styles.bars} data-many={slide.options.length > 5}>
        {inOrder(slide, results).map(({ option, index, count }) => {
          const before = earlier?.counts[index] ?? 0;
          const right = slide.correct.includes(option.id);
          return (
            <li key={option.id} data-right={right}>
              <span className={styles.option}>
                {right && <span className={styles.right}>✓ {t("rightAnswer")}</span>}
                {option.text}
              </span>
              <span className={styles.count}>
                {t("ofResponses", { count, responses: results.responses })}
                {earlier && <small>{t("before", { count: before, responses: earlier.responses })}</small>}
              </span>
              <span className={styles.track} aria-hidden="true">
                <span style={{ inlineSize: `${share(count, results.responses)}%` }} />
              </span>
              {earlier && (
                <span className={styles.before} aria-hidden="true">
                  {before > 0 && <span style={{ inlineSize: `${share(before, earlier.responses)}%` }} />}
                </span>
              )}
            </li>
          );
        })}
      </ul>
      <Prose html={slide.explanation} className={styles.explanation} />
    </>
  );
}

const share = (count: number, of: number) => (of === 0 ? 0 : (100 * count) / of);
