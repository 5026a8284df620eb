import { useTranslations } from "next-intl";
import type { ConsoleKind, ResultsProps } from "@/app/_ui/kinds/console-props";
import styles from "@/app/_ui/kinds/open/console.module.css";
import type { Card, CardMark } from "@/protocol/kinds/open";

export const openConsole: ConsoleKind<"open"> = {
  Results: OpenResults,
};

/** The cards that the room sees or would see, and below them those that were taken away from it. */
function OpenResults({ results, onMark }: ResultsProps<"open">) {
  const t = useTranslations("console.results");
  const hidden = results.cards.filter((card) => card.mark === "hidden");
  const others = results.cards.filter((card) => card.mark !== "hidden");
  return (
    <div className={styles.wall}>
      {others.length > 0 && <Cards cards={others} onMark={onMark} />}
      {hidden.length > 0 && (
        <section className={styles.hidden}>
          <h3>{t("hiddenTitle", { count: hidden.length })}</h3>
          <p>{t("hiddenText")}</p>
          <Cards cards={hidden} onMark={onMark} />
        </section>
      )}
    </div>
  );
}

function Cards({ cards, onMark }: { cards: Card[]; onMark: ResultsProps<"open">["onMark"] }) {
  const t = useTranslations("console.results");
  return (
    <ul className={styles.cards}>
      {cards.map((card) => (
        <li key={card.id} data-mark={card.mark}>
          {card.mark === "pinned" && <b className={styles.pinned}>{t("pinned")}</b>}
          <p id={`card-${card.id}`} dir="auto">
            {card.text}
          </p>
          {onMark && <Marks card={card} onMark={(mark) => onMark(card.id, mark)} />}
        </li>
      ))}
    </ul>
  );
}

function Marks({ card, onMark }: { card: Card; onMark: (mark: CardMark) => void }) {
  const t = useTranslations("console.results");
  const described = { type: "button", "aria-describedby": `card-${card.id}` } as const;
  if (card.mark === "hidden")
    return (
      <div className={styles.marks}>
        <button {...described} onClick={() => onMark("none")}>
          {t("unhide")}
        </button>
      </div>
    );
  const pinned = card.mark === "pinned";
  return (
    <div className={styles.marks}>
      <button {...described} onClick={() => onMark("hidden")}>
        {t("hide")}
      </button>
      <button {...described} onClick={() => onMark(pinned ? "none" : "pinned")}>
        {pinned ? t("unpin") : t("pin")}
      </button>
    </div>
  );
}
