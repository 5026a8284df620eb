import { useTranslations } from "next-intl";
import shared from "@/app/_ui/kinds/phone.module.css";
import type { OwnProps, PromptPieces, ResultsProps } from "@/app/_ui/kinds/phone-pieces";
import { ItemPicture } from "@/app/_ui/kinds/picture";
import { Fields } from "@/app/_ui/kinds/rank/fields";
import { rankingOf, shareOf } from "@/app/_ui/kinds/rank/order";
import styles from "@/app/_ui/kinds/rank/phone.module.css";

export const rankPhone: PromptPieces<"rank"> = {
  Fields,
  Own,
  Results,
  // The order that a phone begins with is nobody's answer until it was changed or confirmed.
  read: (form) => ({ kind: "rank", order: form.has("mine") ? form.getAll("order").map(String) : [] }),
  empty: ({ order }) => order.length === 0,
  lack: ({ order }) => (order.length === 0 ? { message: "rank.lack", field: "mine" } : null),
  marksOwn: true,
};

function Own({ slide, value, said }: OwnProps<"rank">) {
  return (
    <ol className={styles.own} {...said}>
      {value.order.map((id) => {
        const item = slide.items.find((known) => known.id === id);
        return item && <li key={id}>{item.text}</li>;
      })}
    </ol>
  );
}

function Results({ slide, results, own, said }: ResultsProps<"rank">) {
  const t = useTranslations("phone");
  return (
    <ol className={styles.results}>
      {rankingOf(slide.items, results.items).map(({ item, mean, place }) => {
        const right = slide.correct.indexOf(item.id) + 1;
        const mine = (own?.order.indexOf(item.id) ?? -1) + 1;
        return (
          <li key={item.id}>
            <span className={styles.place}>
              <span className="unseen">{t("rank.place")} </span>
              {place}
            </span>
            <span className={styles.name}>
              <ItemPicture of={item} {...said} />
              <span {...said}>{item.text}</span>
            </span>
            <span className={styles.track} aria-hidden="true">
              <span style={{ inlineSize: `${100 * shareOf(mean, slide.items.length)}%` }} />
            </span>
            <span className={styles.tags}>
              <span>{t("rank.mean", { mean: Math.round(mean * 10) / 10 })}</span>
              {mine > 0 && <span className={shared.tag}>{t("rank.you", { place: mine })}</span>}
              {right > 0 && <span className={shared.tag}>✓ {t("rank.right", { place: right })}</span>}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
