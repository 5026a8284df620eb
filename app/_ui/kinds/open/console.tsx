import { useTranslations } from "next-intl";
import { useFocusAfter } from "@/app/_client/console-focus";
import type { ConsoleKind, Desk, ResultsProps } from "@/app/_ui/kinds/console-props";
import styles from "@/app/_ui/kinds/open/console.module.css";
import { DeskCard } from "@/app/_ui/kinds/open/console-card";
import { afterLeaving, tableOf } from "@/app/_ui/kinds/open/themes";
import type { TallyOf } from "@/protocol/kinds";
import type { Card } from "@/protocol/kinds/open";

export const openConsole: ConsoleKind<"open"> = {
  Results: OpenResults,
};

/** First what waits for a look, then the cards of the room, and below them those that were taken from it. */
function OpenResults({ results, desk }: ResultsProps<"open">) {
  const t = useTranslations("console.cards");
  const { held, hidden, loose, themes } = tableOf(results);
  const shown = loose.length + themes.reduce((sum, { cards }) => sum + cards.length, 0);
  return (
    <div className={styles.wall}>
      {held.length > 0 && (
        <section className={styles.held}>
          <h3>{t("heldTitle", { count: held.length })}</h3>
          <p>{t("heldText")}</p>
          <Cards cards={held} results={results} desk={desk} />
        </section>
      )}
      {desk && shown > 0 && (
        <button
          type="button"
          id="board-toggle"
          className={`button quiet ${styles.toggle}`}
          aria-pressed={desk.board}
          onClick={() => desk.onBoard(!desk.board)}
        >
          {t("board.open")}
        </button>
      )}
      {desk?.board ? (
        <p className={styles.quiet}>{t("board.there")}</p>
      ) : (
        <>
          {themes.map(({ theme, cards }) => (
            <section key={theme.id} className={styles.theme}>
              <h3 dir="auto">
                {theme.name} <small>{t("count", { count: cards.length })}</small>
              </h3>
              <Cards cards={cards} results={results} desk={desk} />
            </section>
          ))}
          {loose.length > 0 && (
            <section className={styles.theme}>
              {themes.length > 0 && <h3>{t("loose", { count: loose.length })}</h3>}
              <Cards cards={loose} results={results} desk={desk} />
            </section>
          )}
        </>
      )}
      {hidden.length > 0 && (
        <section className={styles.hidden}>
          <h3>{t("hiddenTitle", { count: hidden.length })}</h3>
          <p>{t("hiddenText")}</p>
          <Cards cards={hidden} results={results} desk={desk} />
        </section>
      )}
    </div>
  );
}

function Cards({ cards, results, desk }: { cards: Card[]; results: TallyOf<"open">; desk?: Desk }) {
  const focusAfter = useFocusAfter();
  if (cards.length === 0) return null;
  return (
    <ul className={styles.cards}>
      {cards.map((card) => (
        <DeskCard
          key={card.id}
          card={card}
          themes={results.themes}
          desk={desk}
          onLeave={() => focusAfter(afterLeaving(cards, card.id).map((id) => `tools-${id}`))}
        />
      ))}
    </ul>
  );
}
