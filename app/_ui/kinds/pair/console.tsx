import { useTranslations } from "next-intl";
import { useTurn } from "@/app/_client/use-turn";
import { clock } from "@/app/_ui/clock";
import type { ConsoleKind, ConsoleTimedProps } from "@/app/_ui/kinds/console-props";
import styles from "@/app/_ui/kinds/pause/console.module.css";

export const pairConsole: ConsoleKind<"pair"> = { Results: null, Timed };

function Timed({ slide, running }: ConsoleTimedProps<"pair">) {
  const t = useTranslations("console.timed");
  const { phase, timer, at, skew } = running;
  const { seconds, turns } = slide;
  return (
    <div className={styles.timed}>
      {phase === "ready" && (
        <>
          <p className={styles.strong}>{t("planned", { time: clock(seconds * 1000) })}</p>
          <p>{t("turns", { turns, time: clock((seconds * 1000) / turns) })}</p>
          <p className={styles.quiet}>{t("pairReady")}</p>
        </>
      )}
      {phase === "open" && !timer && <p className={styles.strong}>{t("free")}</p>}
      {phase === "open" && timer && (
        <Now startsAt={timer.startsAt} endsAt={timer.endsAt} turns={turns} at={at} skew={skew} />
      )}
      {phase === "closed" && <p className={styles.strong}>{t("over")}</p>}
    </div>
  );
}

function Now(time: Parameters<typeof useTurn>[0]) {
  const t = useTranslations("console.timed");
  const { turn, left, begun } = useTurn(time);
  if (!begun) return <p className={styles.strong}>{t("before")}</p>;
  return (
    <p className={styles.strong}>
      {time.turns > 1 ? t("turn", { turn: turn + 1, turns: time.turns }) : t("talking")}
      <span className={styles.left}>{t("left", { time: clock(left) })}</span>
    </p>
  );
}
