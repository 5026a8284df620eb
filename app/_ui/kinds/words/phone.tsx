import { useTranslations } from "next-intl";
import shared from "@/app/_ui/kinds/phone.module.css";
import type { FieldsProps, OwnProps, PromptPieces, ResultsProps } from "@/app/_ui/kinds/phone-pieces";
import styles from "@/app/_ui/kinds/words/phone.module.css";
import { sizeWords } from "@/app/_ui/kinds/words/sizes";
import { limits } from "@/protocol/limits";

export const wordsPhone: PromptPieces<"words"> = {
  Fields,
  Own,
  Results,
  read: (form) => ({
    kind: "words",
    words: form
      .getAll("word")
      .map((word) => String(word).trim())
      .filter((word) => word !== ""),
  }),
  empty: ({ words }) => words.length === 0,
  lack: ({ words }) => (words.length === 0 ? { message: "lackWord", field: "word" } : null),
  // Words are merged by case and plural, so that one's own cannot always be found again.
  marksOwn: false,
};

function Fields({ slide, initial, lackId }: FieldsProps<"words">) {
  const t = useTranslations("phone");
  return (
    <fieldset aria-describedby={lackId}>
      <legend className={shared.legend}>{t("wordsUpTo", { count: slide.count })}</legend>
      <div className={styles.fields}>
        {Array.from({ length: slide.count }, (_, index) => index + 1).map((number) => (
          <input
            key={number}
            name="word"
            className="field"
            aria-label={t("wordNumber", { number })}
            dir="auto"
            maxLength={limits.word}
            autoComplete="off"
            autoCapitalize="none"
            enterKeyHint={number < slide.count ? "next" : "send"}
            defaultValue={initial?.words[number - 1] ?? ""}
          />
        ))}
      </div>
    </fieldset>
  );
}

function Own({ value }: OwnProps<"words">) {
  return (
    <ul className={shared.own}>
      {value.words.map((word) => (
        <li key={word} dir="auto">
          {word}
        </li>
      ))}
    </ul>
  );
}

function Results({ results, own }: ResultsProps<"words">) {
  const t = useTranslations("phone");
  const mine = new Set(own?.words.map((word) => word.toLocaleLowerCase()));
  return (
    <ul className={styles.cloud}>
      {sizeWords(results.words, results.words.length).map((word) => {
        const isMine = mine.has(word.text.toLocaleLowerCase());
        return (
          <li key={word.text} data-mine={isMine} style={{ fontSize: `${Math.min(2, word.size)}em` }}>
            <span dir="auto">{word.text}</span>{" "}
            <span className={styles.count}>
              <span aria-hidden="true">× {word.count}</span>
              <span className="unseen">
                {t("times", { count: word.count })}
                {isMine && ` ${t("yours")}`}
              </span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
