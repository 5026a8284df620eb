import { useTranslations } from "next-intl";
import type { SummaryProps } from "@/app/_ui/kinds/summary-props";
import { sizeWords } from "@/app/_ui/kinds/words/sizes";
import styles from "@/app/_ui/kinds/words/summary.module.css";

/** Every word, also those that did not fit on the projector. */
export function WordsSummary({ results }: SummaryProps<"words">) {
  const t = useTranslations("summary");
  // The server leaves these out; a list that is read aloud must not depend on it.
  const words = results.words.filter(({ mark, held }) => mark !== "hidden" && !(held && mark === "none"));
  return (
    <ul className={styles.words}>
      {sizeWords(words, words.length).map((word) => (
        <li key={word.text} dir="auto" style={{ fontSize: `${0.5 + word.size / 2}em` }}>
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
  );
}
