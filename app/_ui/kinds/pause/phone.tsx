"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useWakeLock } from "@/app/_client/use-wake-lock";
import { Guide, rhythmInWords } from "@/app/_ui/kinds/pause/guide";
import styles from "@/app/_ui/kinds/pause/phone.module.css";
import type { TimedPieces, TimedProps } from "@/app/_ui/kinds/phone-pieces";

export const pausePhone: TimedPieces<"pause"> = { Timed };

function Timed({ slide, running, foot }: TimedProps<"pause">) {
  const t = useTranslations("phone");
  const [skipped, setSkipped] = useState(false);
  const { phase, timer } = running;
  useWakeLock(phase === "open");
  const seconds = timer ? Math.round((timer.endsAt - timer.startsAt) / 1000) : slide.seconds;
  return (
    <section className={styles.pause} data-pause={phase}>
      {phase === "ready" && <p className={styles.note}>{t("pause.soon")}</p>}
      {phase === "open" && !skipped && <Guide rhythm={slide.rhythm} running={running} t={t} />}
      {phase === "open" && skipped && (
        <div className={styles.still} role="status">
          <p>
            <b>{t("pause.skippedTitle")}</b>
          </p>
          <p>{t("pause.skipped")}</p>
        </div>
      )}
      {phase === "closed" && <p className={styles.note}>{t("pause.over")}</p>}
      {/* The beginning and the end are said; nobody's breath is talked over. */}
      <p className="unseen" role="status">
        {phase === "open" && !skipped && t("pause.begun", { seconds })}
        {phase === "closed" && t("pause.ended")}
      </p>
      {phase === "open" && !skipped && (
        <p className="unseen">{t("pause.silently", { steps: rhythmInWords(slide.rhythm, t) })}</p>
      )}
      {phase === "ready" && <p className={styles.kind}>{t("pause.kind")}</p>}
      {phase === "open" &&
        foot(
          <>
            <p className={styles.kind}>{t("pause.kind")}</p>
            {/* One button with two names: whoever presses it keeps the focus. */}
            <button type="button" className="button quiet" onClick={() => setSkipped(!skipped)}>
              {skipped ? t("pause.back") : t("pause.skip")}
            </button>
          </>,
        )}
    </section>
  );
}
