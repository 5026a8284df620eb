import { useTranslations } from "next-intl";
import { useBreath } from "@/app/_client/use-breath";
import { clock } from "@/app/_ui/clock";
import type { ConsoleKind, ConsoleTimedProps } from "@/app/_ui/kinds/console-props";
import styles from "@/app/_ui/kinds/pause/console.module.css";
import type { Rhythm } from "@/protocol/kinds/pause";

export const pauseConsole: ConsoleKind<"pause"> = { Results: null, Timed };

function Timed({ slide, shown, running }: ConsoleTimedProps<"pause">) {
  const t = useTranslations("console.timed");
  // As it runs: the facilitator may have chosen another one than the class.
  const rhythm = shown?.rhythm ?? slide.rhythm;
  const { phase, timer, at, skew } = running;
  return (
    <div className={styles.timed}>
      {phase === "ready" && (
        <p className={styles.strong}>{t("planned", { time: clock(slide.seconds * 1000) })}</p>
      )}
      {phase === "open" && !timer && <p className={styles.strong}>{t("free")}</p>}
      {phase === "open" && timer && (
        <Now startsAt={timer.startsAt} endsAt={timer.endsAt} rhythm={rhythm} at={at} skew={skew} />
      )}
      {phase === "closed" && <p className={styles.strong}>{t("over")}</p>}
      {phase !== "closed" && <p>{inNumbers(rhythm, t)}</p>}
      {phase === "ready" && <p className={styles.quiet}>{t("pauseReady")}</p>}
    </div>
  );
}

type Time = Parameters<typeof useBreath>[0];

function Now(time: Time) {
  const t = useTranslations("console.timed");
  const { breath, now } = useBreath(time);
  return (
    <p className={styles.strong}>
      {breath.is === "before" && t("before")}
      {breath.is === "breath" && t("breath", { nth: breath.nth, of: breath.of })}
      {breath.is === "settling" && t("settling")}
      {breath.is === "over" && t("over")}
      {breath.is !== "over" && (
        <span className={styles.left}>
          {t("left", { time: clock(time.endsAt - Math.max(now, time.startsAt)) })}
        </span>
      )}
    </p>
  );
}

/** Holds that take no time are not named. */
function inNumbers(rhythm: Rhythm, t: (key: string, values: Record<string, number>) => string): string {
  if (rhythm.hold > 0) return t(rhythm.rest > 0 ? "rhythm" : "rhythmHold", rhythm);
  return t(rhythm.rest > 0 ? "rhythmRest" : "rhythmPlain", rhythm);
}
