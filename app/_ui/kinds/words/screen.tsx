import { useTranslations } from "next-intl";
import { Prose } from "@/app/_ui/kinds/prose";
import type { ScreenProps } from "@/app/_ui/kinds/screen-props";
import styles from "@/app/_ui/kinds/words/screen.module.css";
import { sizeWords } from "@/app/_ui/kinds/words/sizes";

export function WordsScreen({ slide, results }: ScreenProps<"words">) {
  const t = useTranslations("screen");
  if (!results)
    return (
      <>
        <Prose html={slide.body} />
        <p className={styles.hint}>{t("wordsHint", { count: slide.count })}</p>
      </>
    );
  const words = sizeWords(results.words);
  const more = results.words.length - words.length;
  return (
    <>
      <ul className={styles.cloud}>
        {words.map((word, index) => (
          <li
            key={word.text}
            dir="auto"
            data-first={index === 0}
            style={{ fontSize: `calc(${word.size} * var(--text))` }}
          >
            {word.text}
            {word.count > 1 && (
              <span className={styles.times}>
                <span aria-hidden="true">×{word.count}</span>
                <span className="unseen">{t("times", { count: word.count })}</span>
              </span>
            )}
          </li>
        ))}
      </ul>
      {more > 0 && <p className={styles.hint}>{t("moreWords", { count: more })}</p>}
      <Prose html={slide.explanation} className={styles.explanation} />
    </>
  );
}
