import { useTranslations } from "next-intl";
import { useServerNow } from "@/app/_client/use-server-now";
import { clock } from "@/app/_ui/clock";
import styles from "@/app/j/[code]/_ui/foot.module.css";
import { milestoneAt } from "@/app/j/[code]/_ui/milestones";
import type { PhoneView } from "@/protocol/views";

type Props = { timer: NonNullable<PhoneView["timer"]>; at: number; skew: number };

export function TimeLeft({ timer, at, skew }: Props) {
  const t = useTranslations("phone");
  const now = useServerNow(at, skew, true, timer.endsAt);
  const left = timer.endsAt - now;
  const milestone = milestoneAt(left);
  const over = left <= 0;
  return (
    <div className={styles.time}>
      <p role="timer">{over ? t("timeUp") : t("timeLeft", { time: clock(left) })}</p>
      {!over && timer.closesPrompt && <p>{t("closesByItself")}</p>}
      <p className="unseen" aria-live="polite">
        {milestone !== null && (milestone === 0 ? t("timeUp") : t("secondsLeft", { count: milestone }))}
      </p>
    </div>
  );
}
