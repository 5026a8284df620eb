import { useTranslations } from "next-intl";
import { isTimed } from "@/app/_client/console-presses";
import { useServerNow } from "@/app/_client/use-server-now";
import { clock } from "@/app/_ui/clock";
import type { Cockpit } from "./cockpit";
import styles from "./facts.module.css";
import { paceOf } from "./pace";
import { QuestionsBadge } from "./questions-badge";

/** Who is here, how many have answered, and how the time runs. */
export function Facts(props: Cockpit) {
  const t = useTranslations("console.facts");
  const { control, phones, responses } = props;
  const { view } = control.state;
  const live = view.status === "live";
  return (
    <section className={styles.facts} aria-label={t("label")}>
      {view.status !== "ended" && <p>{t("phones", { count: phones })}</p>}
      {live && view.prompt && view.prompt.phase !== "ready" && !isTimed(view.slide) && (
        <p>
          <b>
            {view.slide?.kind === "reflect"
              ? t("done", { count: responses })
              : phones > 0 && responses <= phones
                ? t("answered", { responses, phones })
                : t("answers", { count: responses })}
          </b>
        </p>
      )}
      <Time {...props} />
      {live && view.timer && !isTimed(view.slide) && <Timer {...props} />}
      {view.status !== "ended" && <QuestionsBadge {...props} />}
    </section>
  );
}

function Time({ control: { state } }: Cockpit) {
  const t = useTranslations("console.facts");
  const now = useServerNow(state.view.at, state.skew, state.view.status === "live");
  const pace = paceOf(state.view, now);
  if (!pace) return <p>{t("planned", { minutes: Math.round(state.view.plannedMinutes) })}</p>;
  const { elapsed, planned, drift } = pace;
  return (
    <>
      <p>{planned > 0 ? t("elapsedOf", { elapsed, planned }) : t("elapsed", { elapsed })}</p>
      {drift && state.view.status === "live" && (
        <p data-drift={drift.is}>{t(`drift.${drift.is}`, { minutes: drift.minutes })}</p>
      )}
    </>
  );
}

function Timer({ control }: Cockpit) {
  const t = useTranslations("console.facts");
  const { view, skew } = control.state;
  const left = (view.timer?.endsAt ?? 0) - useServerNow(view.at, skew, true, view.timer?.endsAt);
  return (
    <p className={styles.timer} role="timer" data-last={left <= 10_000}>
      <b>{left > 0 ? clock(left) : t("timeUp")}</b>
      <span>{view.timer?.closesPrompt ? t("timerCloses") : t("timerOnly")}</span>
      <button type="button" onClick={() => control.act({ name: "timer:stop", input: {} })}>
        {t("timerStop")}
      </button>
    </p>
  );
}
