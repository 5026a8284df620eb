"use client";
import { useLocale, useTranslations } from "next-intl";
import { useSummaryCard } from "@/app/_client/summary-cards";
import { directionOf } from "@/app/_ui/direction";
import styles from "@/app/(facilitator)/sessions/[id]/summary/_ui/summary-card.module.css";
import type { SessionId, SlideId } from "@/protocol/ids";
import type { Card } from "@/protocol/kinds/open";

type Props = { sessionId: SessionId; slideId: SlideId; card: Card };

/** A card that its facilitator can still hide, from here and from what parents read. */
export function SummaryCard({ sessionId, slideId, card }: Props) {
  const t = useTranslations("summary");
  const locale = useLocale() as "en" | "es";
  const { mark, busy, failed, marked } = useSummaryCard({ sessionId, slideId, cardId: card.id });
  const hidden = marked === "hidden";
  return (
    <>
      {hidden ? null : card.text}
      <span className={styles.tools} lang={locale} dir={directionOf(locale)} data-hidden-card={hidden}>
        {/* There before it speaks: what is inserted together with its role may not be announced. */}
        <span role="status">{hidden ? t("cardHidden") : failed ? t("cardFailed") : ""}</span>
        <button
          type="button"
          className={styles.tool}
          aria-disabled={busy}
          onClick={() => mark(hidden ? card.mark : "hidden")}
          aria-label={t(hidden ? "showCardNamed" : "hideCardNamed", { text: card.text.slice(0, 60) })}
        >
          {t(hidden ? "showCard" : "hideCard")}
        </button>
      </span>
    </>
  );
}
