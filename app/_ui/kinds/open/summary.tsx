import { useTranslations } from "next-intl";
import styles from "@/app/_ui/kinds/open/summary.module.css";
import type { SummaryProps } from "@/app/_ui/kinds/summary-props";

export function OpenSummary({ slide, results, cardOf }: SummaryProps<"open">) {
  const t = useTranslations("summary");
  const cards = results.cards.filter((card) => card.mark !== "hidden");
  if (cards.length === 0) return <p>{t("noCards")}</p>;
  return (
    <ul className={styles.cards}>
      {cards.map((card) => (
        <li key={card.id} dir="auto" data-pinned={card.mark === "pinned"}>
          {card.mark === "pinned" && <span className="unseen">{t("pinned")} </span>}
          {cardOf ? cardOf(slide.id, card) : card.text}
        </li>
      ))}
    </ul>
  );
}
