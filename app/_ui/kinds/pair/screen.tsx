"use client";
import { useTranslations } from "next-intl";
import { useTurn } from "@/app/_client/use-turn";
import { clock } from "@/app/_ui/clock";
import styles from "@/app/_ui/kinds/pair/screen.module.css";
import { calmFrom, turnWords } from "@/app/_ui/kinds/pair/turn-words";
import { Prose } from "@/app/_ui/kinds/prose";
import type { ScreenProps } from "@/app/_ui/kinds/screen-props";

export function PairScreen({ slide, running }: ScreenProps<"pair">) {
  const t = useTranslations("screen");
  const { phase, timer, at, skew } = running;
  return (
    <>
      <Prose html={slide.body} />
      {phase === "ready" && <p className={styles.note}>{t("pair.soon")}</p>}
      {phase === "closed" && <p className={styles.words}>{t("pair.back")}</p>}
      {phase === "open" && !timer && (
        <div className={styles.now}>
          <p className={styles.words}>{t("pair.together")}</p>
          <p className={styles.text}>{t("pair.free")}</p>
        </div>
      )}
      {phase === "open" && timer && (
        <Now startsAt={timer.startsAt} endsAt={timer.endsAt} turns={slide.turns} at={at} skew={skew} />
      )}
    </>
  );
}

function Now(time: Parameters<typeof useTurn>[0]) {
  const t = useTranslations("screen");
  const { turn, left, begun } = useTurn(time);
  if (!begun) return <p className={styles.words}>{t("pair.before")}</p>;
  if (left === 0) return <p className={styles.words}>{t("pair.back")}</p>;
  const { title, text } = turnWords(turn, time.turns);
  const last = left <= calmFrom;
  return (
    <div className={styles.now}>
      <div>
        {time.turns > 1 && (
          <p className={styles.text}>{t("pair.turn", { turn: turn + 1, turns: time.turns })}</p>
        )}
        <p className={styles.words}>{t(title)}</p>
        {text && <p className={styles.text}>{t(text)}</p>}
      </div>
      <p className={last ? styles.last : styles.left}>{last ? t("pair.last") : clock(left)}</p>
    </div>
  );
}
