import { useTranslations } from "next-intl";
import { byTheme } from "@/app/_ui/kinds/open/by-theme";
import styles from "@/app/_ui/kinds/open/summary.module.css";
import { isHeld } from "@/app/_ui/kinds/open/themes";
import type { SummaryProps } from "@/app/_ui/kinds/summary-props";
import type { Card } from "@/protocol/kinds/open";

/** The cards under the themes that the facilitator put them into, the others after. */
export function OpenSummary({ slide, results, cardOf }: SummaryProps<"open">) {
  const t = useTranslations("summary");
  const cards = results.cards.filter((card) => card.mark !== "hidden" && !isHeld(card));
  const drawn = (card: Card) => (cardOf ? cardOf(slide.id, card) : card.text);
  if (cards.length === 0) {
    return (
      <p>
        <bdi>{t("noCards")}</bdi>
      </p>
    );
  }
  const groups = byTheme(cards, results.themes);
  return groups.map(({ theme, cards }) => (
    <figure key={theme?.id ?? ""} className={styles.theme}>
      {theme && (
        <figcaption dir="auto">
          <b>{theme.name}</b> <span>{cards.length}</span>
        </figcaption>
      )}
      {!theme && groups.length > 1 && (
        <figcaption>
          <bdi>{t("noTheme")}</bdi> <span>{cards.length}</span>
        </figcaption>
      )}
      <ul className={styles.cards}>
        {cards.map((card) => (
          <li key={card.id} lang={card.language || undefined} dir="auto" data-pinned={card.mark === "pinned"}>
            {card.mark === "pinned" && <span className="unseen">{t("pinned")} </span>}
            {drawn(card)}
          </li>
        ))}
      </ul>
    </figure>
  ));
}
