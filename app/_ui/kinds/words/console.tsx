import { useTranslations } from "next-intl";
import type { ConsoleKind, ResultsProps } from "@/app/_ui/kinds/console-props";
import styles from "@/app/_ui/kinds/words/console.module.css";

export const wordsConsole: ConsoleKind<"words"> = { Results: WordsResults };

/** A list, not a cloud: whoever runs the class reads it aloud. */
function WordsResults({ results }: ResultsProps<"words">) {
  const t = useTranslations("console.results");
  return (
    <ol className={styles.words}>
      {results.words.map((word) => (
        <li key={word.text} dir="auto">
          {word.text}
          {word.count > 1 && (
            <b>
              <span aria-hidden="true">×{word.count}</span>
              <span className="unseen">{t("times", { count: word.count })}</span>
            </b>
          )}
        </li>
      ))}
    </ol>
  );
}
