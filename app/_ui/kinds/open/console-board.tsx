import { useTranslations } from "next-intl";
import { useState } from "react";
import { useDrag } from "@/app/_client/console-drag";
import { useFocusAfter } from "@/app/_client/console-focus";
import type { Desk } from "@/app/_ui/kinds/console-props";
import styles from "@/app/_ui/kinds/open/board.module.css";
import card from "@/app/_ui/kinds/open/console.module.css";
import { DeskCard } from "@/app/_ui/kinds/open/console-card";
import { NewTheme, ThemeHead } from "@/app/_ui/kinds/open/console-theme";
import { afterLeaving, type Move, tableOf } from "@/app/_ui/kinds/open/themes";
import type { SlideOf, TallyOf } from "@/protocol/kinds";
import type { Card } from "@/protocol/kinds/open";

type Props = { slide: SlideOf<"open">; results: TallyOf<"open">; desk: Desk };

/**
 * The table on which cards become themes: by dragging, or by each card's own list
 * of themes. Every move goes to the room at once; undo takes it back.
 */
export function Board({ slide, results, desk }: Props) {
  const t = useTranslations("console.cards");
  const [move, setMove] = useState<Move | null>(null);
  const [closed, setClosed] = useState<readonly string[]>([]);
  const focusAfter = useFocusAfter();
  const { held, loose, themes } = tableOf(results, desk.busy ? move : null);

  const put = (cardId: string, themeId: string | null) => {
    const moved = results.cards.find(({ id }) => id === cardId);
    if (!moved || moved.theme === themeId) return;
    setMove({ cardId, themeId });
    desk.group(moved.id, themeId);
  };
  const { drag, onPointerDown } = useDrag((id, zone) => put(id, zone === "" ? null : zone));

  const list = (cards: Card[]) => (
    <ul className={card.cards}>
      {cards.map((each) => (
        <DeskCard
          key={each.id}
          card={each}
          themes={results.themes}
          desk={desk}
          lifted={drag?.id === each.id}
          onLeave={() => focusAfter(afterLeaving(cards, each.id).map((id) => `tools-${id}`))}
          onMove={(themeId) => put(each.id, themeId)}
        />
      ))}
    </ul>
  );

  return (
    <section
      ref={reveal}
      className={styles.board}
      aria-labelledby="board-title"
      data-dragging={drag !== null}
      onPointerDown={onPointerDown}
    >
      <header className={styles.head}>
        <h2 id="board-title">
          {t("board.title")} <small dir="auto">{slide.title}</small>
        </h2>
        <button
          type="button"
          className="button quiet"
          onClick={() => {
            document.getElementById("board-toggle")?.focus();
            desk.onBoard(false);
          }}
        >
          {t("board.close")}
        </button>
      </header>
      <NewTheme themes={results.themes} desk={desk} />
      <div className={styles.columns}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by itself, so a keyboard has to reach it */}
        <section className={styles.loose} data-zone="" data-over={drag?.over === ""} tabIndex={0}>
          <h3>{t("loose", { count: loose.length })}</h3>
          {held.length > 0 && <p className={styles.quiet}>{t("board.held", { count: held.length })}</p>}
          {loose.length > 0 ? list(loose) : <p className={styles.quiet}>{t("board.allPlaced")}</p>}
        </section>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: as above */}
        <section className={styles.themes} aria-label={t("board.themes")} tabIndex={0}>
          {themes.length === 0 && <p className={styles.quiet}>{t("board.none")}</p>}
          {themes.map(({ theme, cards }) => (
            <section
              key={theme.id}
              className={styles.theme}
              data-zone={theme.id}
              data-over={drag?.over === theme.id}
              data-closed={closed.includes(theme.id)}
              aria-label={theme.name}
            >
              <ThemeHead
                theme={theme}
                count={cards.length}
                desk={desk}
                open={!closed.includes(theme.id)}
                onOpen={(open) =>
                  setClosed((before) =>
                    open ? before.filter((id) => id !== theme.id) : [...before, theme.id],
                  )
                }
              />
              {cards.length > 0 ? list(cards) : <p className={styles.quiet}>{t("board.empty")}</p>}
            </section>
          ))}
        </section>
      </div>
      <p className="unseen" role="status">
        {said(t, results, move)}
      </p>
    </section>
  );
}

/** On a phone the board opens above the button that was pressed. */
function reveal(board: HTMLElement | null): void {
  board?.scrollIntoView({ block: "nearest" });
}

/** Said aloud once the server has the move, not before. */
function said(
  t: ReturnType<typeof useTranslations<"console.cards">>,
  results: TallyOf<"open">,
  move: Move | null,
) {
  const moved = results.cards.find(({ id }) => id === move?.cardId);
  if (!moved || moved.theme !== move?.themeId) return "";
  const theme = results.themes.find(({ id }) => id === moved.theme);
  const text = moved.text.length > 60 ? `${moved.text.slice(0, 60)}…` : moved.text;
  return theme ? t("said.moved", { text, theme: theme.name }) : t("said.loose", { text });
}
