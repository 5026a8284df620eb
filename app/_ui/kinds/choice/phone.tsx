import { useTranslations } from "next-intl";
import { inOrder } from "@/app/_ui/kinds/choice/order";
import styles from "@/app/_ui/kinds/choice/phone.module.css";
import shared from "@/app/_ui/kinds/phone.module.css";
import type { FieldsProps, OwnProps, PromptPieces, ResultsProps } from "@/app/_ui/kinds/phone-pieces";
import { ItemPicture } from "@/app/_ui/kinds/picture";

export const choicePhone: PromptPieces<"choice"> = {
  Fields,
  Own,
  Results,
  read: (form) => ({ kind: "choice", options: form.getAll("option").map(String) }),
  empty: ({ options }) => options.length === 0,
  lack: ({ options }, { pick }) => {
    if (options.length === 0) return { message: "lackChoice", field: "option" };
    if (options.length > pick)
      return { message: "lackFewer", values: { count: pick, chosen: options.length }, field: "option" };
    return null;
  },
  marksOwn: true,
};

function Fields({ slide, initial, said, lackId }: FieldsProps<"choice">) {
  const t = useTranslations("phone");
  const one = slide.pick === 1;
  return (
    <fieldset aria-describedby={lackId}>
      <legend className={shared.legend}>
        {one ? t("pickOne") : t("pickSeveral", { count: slide.pick })}
      </legend>
      <div className={styles.options}>
        {slide.options.map((option) => (
          <label key={option.id} className={styles.option}>
            <input
              type={one ? "radio" : "checkbox"}
              name="option"
              value={option.id}
              defaultChecked={initial?.options.includes(option.id) ?? false}
            />
            <ItemPicture of={option} {...said} />
            <span {...said}>{option.text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Own({ slide, value, said }: OwnProps<"choice">) {
  return (
    <ul className={shared.own}>
      {slide.options
        .filter((option) => value.options.includes(option.id))
        .map((option) => (
          <li key={option.id} {...said}>
            {option.text}
          </li>
        ))}
    </ul>
  );
}

function Results({ slide, results, own, said }: ResultsProps<"choice">) {
  const t = useTranslations("phone");
  return (
    <ul className={styles.results}>
      {inOrder(slide, results).map(({ option, count }) => {
        const mine = own?.options.includes(option.id) ?? false;
        return (
          <li key={option.id} data-mine={mine}>
            <span {...said}>{option.text}</span>
            <span className={styles.count}>{t("countOf", { count, all: results.responses })}</span>
            <span className={styles.track} aria-hidden="true">
              <span style={{ inlineSize: `${(100 * count) / Math.max(1, results.responses)}%` }} />
            </span>
            {(mine || slide.correct.includes(option.id)) && (
              <span className={styles.tags}>
                {slide.correct.includes(option.id) && <span className={shared.tag}>✓ {t("correct")}</span>}
                {mine && <span className={shared.tag}>{t("yours")}</span>}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
