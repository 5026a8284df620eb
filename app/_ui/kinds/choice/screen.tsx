import { useTranslations } from "next-intl";
import styles from "@/app/_ui/kinds/choice/screen.module.css";
import { Prose } from "@/app/_ui/kinds/prose";
import type { ScreenProps } from "@/app/_ui/kinds/screen-props";

export function ChoiceScreen({ slide, results }: ScreenProps<"choice">) {
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
            <li key={option.id}>{option.text}</li>
          ))}
        </ul>
      </>
    );
  return (
    <>
      <ul className={styles.bars} data-many={slide.options.length > 5}>
        {slide.options.map((option, index) => {
          const count = results.counts[index] ?? 0;
          const right = slide.correct.includes(option.id);
          return (
            <li key={option.id} data-right={right}>
              <span className={styles.option}>
                {right && <span className={styles.right}>✓ {t("rightAnswer")}</span>}
                {option.text}
              </span>
              <span className={styles.count}>
                {t("ofResponses", { count, responses: results.responses })}
              </span>
              <span className={styles.track} aria-hidden="true">
                <span style={{ inlineSize: `${share(count, results.responses)}%` }} />
              </span>
            </li>
          );
        })}
      </ul>
      <Prose html={slide.explanation} className={styles.explanation} />
    </>
  );
}

const share = (count: number, of: number) => (of === 0 ? 0 : (100 * count) / of);
