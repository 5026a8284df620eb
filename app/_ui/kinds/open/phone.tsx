import { useTranslations } from "next-intl";
import { useState } from "react";
import { byTheme } from "@/app/_ui/kinds/open/by-theme";
import styles from "@/app/_ui/kinds/open/phone.module.css";
import shared from "@/app/_ui/kinds/phone.module.css";
import type { FieldsProps, OwnProps, PromptPieces, ResultsProps } from "@/app/_ui/kinds/phone-pieces";
import { limits } from "@/protocol/limits";

/** From here on the count is shown: earlier it would only hurry the writer. */
const nearLimit = limits.openText - 100;

export const openPhone: PromptPieces<"open"> = {
  Fields,
  Own,
  Results,
  read: (form, slide) => ({
    kind: "open",
    language: slide.language,
    text: String(form.get("text") ?? "")
      .replaceAll("\r\n", "\n")
      .trim(),
  }),
  empty: ({ text }) => text === "",
  lack: ({ text }) => {
    if (text === "") return { message: "lackText", field: "text" };
    if (text.length > limits.openText)
      return { message: "lackShorter", values: { count: text.length - limits.openText }, field: "text" };
    return null;
  },
  // The wall may hide a card, and two parents may write the same.
  marksOwn: false,
};

function Fields({ initial, lackId }: FieldsProps<"open">) {
  const t = useTranslations("phone");
  const [length, setLength] = useState(initial?.text.length ?? 0);
  const left = limits.openText - length;
  return (
    <div className={styles.fields}>
      <p id="open-reader" className={shared.legend}>
        {t("openReader")}
      </p>
      <textarea
        name="text"
        className="field"
        rows={5}
        dir="auto"
        maxLength={limits.openText}
        aria-label={t("openLabel")}
        aria-describedby={lackId ? `open-reader ${lackId}` : "open-reader"}
        defaultValue={initial?.text ?? ""}
        onInput={(event) => setLength(event.currentTarget.value.length)}
      />
      <p className={styles.left} aria-live="polite">
        {length >= nearLimit && t("charactersLeft", { count: Math.max(0, spoken(left)) })}
      </p>
    </div>
  );
}

/** Counts down in tens and then one by one, so that a screen reader is not busy with it. */
const spoken = (left: number) => (left > 10 ? Math.ceil(left / 10) * 10 : left);

function Own({ value }: OwnProps<"open">) {
  return (
    <ul className={shared.own}>
      <li dir="auto" className={shared.text}>
        {value.text}
      </li>
    </ul>
  );
}

function Results({ results, own }: ResultsProps<"open">) {
  const t = useTranslations("phone");
  const groups = byTheme(results.cards, results.themes);
  return groups.map(({ theme, cards }) => (
    <section key={theme?.id ?? ""}>
      {theme && (
        <h3 dir="auto" className={styles.theme}>
          {theme.name}
        </h3>
      )}
      <ul className={styles.cards}>
        {cards.map((card) => (
          <li key={card.id}>
            <p dir="auto" className={shared.text}>
              {card.text}
            </p>
            {(card.mark === "pinned" || card.text === own?.text) && (
              <p className={styles.tags}>
                {card.mark === "pinned" && <span className={shared.tag}>{t("pinned")}</span>}
                {card.text === own?.text && <span className={shared.tag}>{t("yours")}</span>}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  ));
}
