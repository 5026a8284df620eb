import { useTranslations } from "next-intl";
import { useState } from "react";
import { isTimed } from "@/app/_client/console-presses";
import { serverNow } from "@/app/_client/device-clock";
import type { SheetProps } from "@/app/(facilitator)/sessions/[id]/console/_ui/cockpit";
import { limits } from "@/protocol/limits";
import styles from "./sheets.module.css";

const durations = [30, 60, 120, 300] as const;
const extra = 30;

/** A countdown on phones, screen and console; with a prompt it can close it, or open and close it. */
export function TimerSheet({ control, close }: SheetProps) {
  const t = useTranslations("console.sheets.timer");
  const { view, skew } = control.state;
  const { slide, prompt, timer } = view;
  const open = prompt?.phase === "open";
  // A pause or a talk ends with its time: there is nothing to choose.
  const timed = isTimed(slide);
  const [closes, setCloses] = useState(timed || prompt?.phase !== "closed");

  const start = (seconds: number, closesPrompt: boolean) => {
    close();
    if (slide && prompt && !open && closesPrompt)
      control.act({ name: "prompt:open", input: { slideId: slide.id, seconds } });
    else control.act({ name: "timer:start", input: { seconds, closesPrompt: open && closesPrompt } });
  };
  const lengthen = () => {
    const left = Math.ceil(((timer?.endsAt ?? 0) - serverNow(skew)) / 1000);
    const seconds = Math.min(limits.timerSeconds, Math.max(0, left) + extra);
    close();
    control.act({ name: "timer:start", input: { seconds, closesPrompt: timer?.closesPrompt ?? false } });
  };

  return (
    <div className={styles.column}>
      {prompt && !timed && (
        <label className={styles.check}>
          <input type="checkbox" checked={closes} onChange={(event) => setCloses(event.target.checked)} />
          <span>{open ? t("closes") : t("opens")}</span>
        </label>
      )}
      <div className={styles.durations}>
        {durations.map((seconds, index) => (
          <button
            key={seconds}
            type="button"
            className="button quiet"
            data-first={index === 0 ? "" : undefined}
            onClick={() => start(seconds, closes)}
          >
            {seconds < 60 ? t("seconds", { count: seconds }) : t("minutes", { count: seconds / 60 })}
          </button>
        ))}
      </div>
      {timer && (
        <div className={styles.actions}>
          <button type="button" className="button quiet" onClick={lengthen}>
            {t("more", { count: extra })}
          </button>
          <button
            type="button"
            className="button quiet"
            onClick={() => {
              close();
              control.act({ name: "timer:stop", input: {} });
            }}
          >
            {t("stop")}
          </button>
        </div>
      )}
      <p className={styles.quiet}>{t("text")}</p>
    </div>
  );
}
