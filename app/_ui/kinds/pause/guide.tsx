"use client";
import { breathSteps } from "@/app/_client/breath";
import { useBreath, useBreathing } from "@/app/_client/use-breath";
import { clock } from "@/app/_ui/clock";
import styles from "@/app/_ui/kinds/pause/guide.module.css";
import type { Running } from "@/app/_ui/kinds/timed-props";
import type { Rhythm } from "@/protocol/kinds/pause";

type Props = {
  rhythm: Rhythm;
  running: Running;
  /** The words of this surface. */
  t: (key: string, values?: Record<string, string | number>) => string;
};

/**
 * The breathing guide: a soft shape and one word. It is for the eye only; what a
 * screen reader is told stands beside it. Whoever asked for less motion gets the
 * word with a slow count, and nothing moves.
 */
export function Guide({ rhythm, running, t }: Props) {
  const { timer, at, skew } = running;
  if (!timer)
    return (
      <div className={styles.guide} aria-hidden="true">
        <div className={styles.circle}>
          <div className={styles.shape} />
          <p className={styles.word}>{t("pause.free")}</p>
        </div>
      </div>
    );
  return <Timed rhythm={rhythm} startsAt={timer.startsAt} endsAt={timer.endsAt} at={at} skew={skew} t={t} />;
}

type TimedProps = Omit<Props, "running"> & { startsAt: number; endsAt: number; at: number; skew: number };

function Timed({ t, ...time }: TimedProps) {
  const { breath, now } = useBreath(time);
  const shape = useBreathing(time);
  const word = breath.is === "breath" ? breath.step : breath.is;
  return (
    <div className={styles.guide} aria-hidden="true" data-breath={word}>
      <div className={styles.circle}>
        <div className={styles.shape} ref={shape} />
        <p className={styles.word}>
          {t(`pause.${word}`)}
          {breath.is === "breath" && <span className={styles.count}>{breath.count}</span>}
        </p>
      </div>
      <p className={styles.left}>
        {breath.is !== "over" && t("pause.left", { time: clock(time.endsAt - Math.max(now, time.startsAt)) })}
      </p>
    </div>
  );
}

/** The rhythm in words, for those who follow it in silence. */
export function rhythmInWords(rhythm: Rhythm, t: Props["t"]): string {
  const names = { in: "stepIn", hold: "stepHold", out: "stepOut", rest: "stepRest" };
  return breathSteps
    .filter((step) => rhythm[step] > 0)
    .map((step) => t(`pause.${names[step]}`, { seconds: rhythm[step] }))
    .join(", ");
}
