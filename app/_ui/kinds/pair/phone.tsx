"use client";
import { useTranslations } from "next-intl";
import { useTurn } from "@/app/_client/use-turn";
import { useWakeLock } from "@/app/_client/use-wake-lock";
import { clock } from "@/app/_ui/clock";
import styles from "@/app/_ui/kinds/pair/phone.module.css";
import { calmFrom, turnWords } from "@/app/_ui/kinds/pair/turn-words";
import type { TimedPieces, TimedProps } from "@/app/_ui/kinds/phone-pieces";

export const pairPhone: TimedPieces<"pair"> = { Timed };

function Timed({ slide, running }: TimedProps<"pair">) {
  const t = useTranslations("phone");
  const { phase, timer, at, skew } = running;
  useWakeLock(phase === "open");
  return (
    <section className={styles.pair} data-pair={phase}>
      {phase === "ready" && <p className={styles.note}>{t("pair.soon")}</p>}
      {phase !== "open" && (
        <p className={styles.words} role="status">
          {phase === "closed" && t("pair.back")}
        </p>
      )}
      {phase === "open" && !timer && (
        <>
          <p className={styles.words}>{t("pair.together")}</p>
          <p className={styles.text}>{t("pair.free")}</p>
        </>
      )}
      {phase === "open" && timer && (
        <Now startsAt={timer.startsAt} endsAt={timer.endsAt} turns={slide.turns} at={at} skew={skew} />
      )}
    </section>
  );
}

function Now(time: Parameters<typeof useTurn>[0]) {
  const t = useTranslations("phone");
  const { turn, left, begun } = useTurn(time);
  const over = left === 0;
  const last = left <= calmFrom;
  const { title, text } = turnWords(turn, time.turns);
  return (
    <>
      {begun && !over && time.turns > 1 && (
        <p className={styles.turn}>{t("pair.turn", { turn: turn + 1, turns: time.turns })}</p>
      )}
      {/* Said once whenever it changes; the seconds are for the eye. */}
      <div role="status">
        <p className={styles.words}>{t(wordOf(begun, over) ?? title)}</p>
        {begun && !over && text && <p className={styles.text}>{t(text)}</p>}
      </div>
      {begun && !over && (
        <p className={styles.left} data-last={last}>
          {last ? t("pair.last") : t("pair.left", { time: clock(left) })}
        </p>
      )}
    </>
  );
}

function wordOf(begun: boolean, over: boolean): string | null {
  if (!begun) return "pair.before";
  return over ? "pair.back" : null;
}
