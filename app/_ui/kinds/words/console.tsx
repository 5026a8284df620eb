import { useTranslations } from "next-intl";
import { useFocusAfter } from "@/app/_client/console-focus";
import type { ConsoleKind, Desk, ResultsProps } from "@/app/_ui/kinds/console-props";
import styles from "@/app/_ui/kinds/words/console.module.css";
import type { TallyOf } from "@/protocol/kinds";

export const wordsConsole: ConsoleKind<"words"> = { Results: WordsResults };

type Word = TallyOf<"words">["words"][number];

/** A list, not a cloud: whoever runs the class reads it aloud. What waits for a look comes first. */
function WordsResults({ results, desk }: ResultsProps<"words">) {
  const t = useTranslations("console.words");
  const hidden = results.words.filter(({ mark }) => mark === "hidden");
  const held = results.words.filter((word) => word.held && word.mark === "none");
  const shown = results.words.filter((word) => !hidden.includes(word) && !held.includes(word));
  return (
    <div className={styles.lists}>
      {held.length > 0 && (
        <section className={styles.held}>
          <h3>{t("heldTitle", { count: held.length })}</h3>
          <p>{t("heldText")}</p>
          <Words words={held} desk={desk} offers={["approved", "hidden"]} />
        </section>
      )}
      {shown.length > 0 && <Words words={shown} desk={desk} offers={["hidden"]} />}
      {hidden.length > 0 && (
        <section className={styles.hidden}>
          <h3>{t("hiddenTitle", { count: hidden.length })}</h3>
          <p>{t("hiddenText")}</p>
          <Words words={hidden} desk={desk} offers={["approved"]} />
        </section>
      )}
    </div>
  );
}

type WordsProps = { words: Word[]; desk: Desk | undefined; offers: readonly ("approved" | "hidden")[] };

function Words({ words, desk, offers }: WordsProps) {
  const t = useTranslations("console.words");
  const focusAfter = useFocusAfter();
  const idOf = (word: Word | undefined) => (word ? [`word-${word.text}`] : []);
  return (
    <ol className={styles.words}>
      {words.map((word, index) => (
        <li key={word.text} id={`word-${word.text}`}>
          <span dir="auto">{word.text}</span>
          {word.count > 1 && (
            <b>
              <span aria-hidden="true">×{word.count}</span>
              <span className="unseen">{t("times", { count: word.count })}</span>
            </b>
          )}
          {desk &&
            offers.map((mark) => (
              <button
                key={mark}
                type="button"
                aria-label={t(`${mark}Named`, { word: word.text })}
                onClick={() => {
                  focusAfter([...idOf(words[index + 1]), ...idOf(words[index - 1]), ...idOf(word)]);
                  desk.markWord(word.text, mark);
                }}
              >
                {t(mark)}
              </button>
            ))}
        </li>
      ))}
    </ol>
  );
}
