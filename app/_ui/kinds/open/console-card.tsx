import { useLocale, useTranslations } from "next-intl";
import type { Desk } from "@/app/_ui/kinds/console-props";
import styles from "@/app/_ui/kinds/open/console.module.css";
import { isHeld, otherLanguage } from "@/app/_ui/kinds/open/themes";
import type { Card, Theme } from "@/protocol/kinds/open";

type Props = {
  card: Card;
  themes: Theme[];
  desk: Desk | undefined;
  /** Before a press that takes the card out of its list. */
  onLeave: () => void;
  /** On the board: how a card is put into a theme there, and that it can be dragged. */
  onMove?: (themeId: string | null) => void;
  lifted?: boolean;
};

/** A card with what can be done with it; the text comes first, and its controls name it. */
export function DeskCard({ card, themes, desk, onLeave, onMove, lifted = false }: Props) {
  const t = useTranslations("console.cards");
  const language = otherLanguage(card, desk?.language ?? card.language, useLocale());
  const held = isHeld(card);
  return (
    <li
      className={styles.card}
      data-mark={card.mark}
      data-held={held}
      data-drag={onMove ? card.id : undefined}
      data-lifted={lifted}
    >
      {(card.mark === "pinned" || language !== "") && (
        <p className={styles.facts}>
          {card.mark === "pinned" && <b>{t("pinned")}</b>}
          {language !== "" && <span>{language}</span>}
        </p>
      )}
      <p id={`card-${card.id}`} className={styles.text} lang={card.language || undefined} dir="auto">
        {card.text}
      </p>
      {desk && (
        <div className={styles.tools} id={`tools-${card.id}`}>
          {onMove && <span className={styles.grip} data-grip="" aria-hidden="true" />}
          {themes.length > 0 && !held && card.mark !== "hidden" && (
            <Where
              card={card}
              themes={themes}
              onMove={(themeId) => {
                onLeave();
                if (onMove) onMove(themeId);
                else desk.group(card.id, themeId);
              }}
            />
          )}
          <Marks card={card} held={held} desk={desk} onLeave={onLeave} />
        </div>
      )}
    </li>
  );
}

function Where({ card, themes, onMove }: { card: Card; themes: Theme[]; onMove: Required<Props>["onMove"] }) {
  const t = useTranslations("console.cards");
  return (
    <select
      className={styles.where}
      aria-label={t("moveTo")}
      aria-describedby={`card-${card.id}`}
      value={card.theme ?? ""}
      onChange={(event) => onMove(event.target.value === "" ? null : event.target.value)}
    >
      <option value="">{t(card.theme === null ? "moveTo" : "noTheme")}</option>
      {themes.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}

/** A card that comes back, or loses its pin, stays where the room sees it: she has looked at it. */
function Marks({
  card,
  held,
  desk,
  onLeave,
}: Pick<Props, "card" | "onLeave"> & { held: boolean; desk: Desk }) {
  const t = useTranslations("console.cards");
  const press = (words: string, mark: Card["mark"], leaves: boolean) => (
    <button
      type="button"
      aria-describedby={`card-${card.id}`}
      onClick={() => {
        if (leaves) onLeave();
        desk.mark(card.id, mark);
      }}
    >
      {t(words)}
    </button>
  );
  if (held)
    return (
      <>
        {press("show", "approved", true)}
        {press("hide", "hidden", true)}
      </>
    );
  if (card.mark === "hidden") return press("unhide", "approved", true);
  return (
    <>
      {card.mark === "pinned" ? press("unpin", "approved", false) : press("pin", "pinned", false)}
      {press("hide", "hidden", true)}
    </>
  );
}
