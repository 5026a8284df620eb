"use client";
import { useTranslations } from "next-intl";
import { useServerNow } from "@/app/_client/use-server-now";
import { clock } from "@/app/_ui/clock";
import { type FootWords, footOf } from "@/app/_ui/kinds/screen";
import styles from "@/app/screen/_ui/band.module.css";
import type { RoomProps } from "@/app/screen/_ui/room";
import type { ScreenView } from "@/protocol/views";

type Props = Pick<RoomProps, "view" | "skew" | "responses"> & {
  /** Nothing of it is said aloud: whoever shows it announces for itself. */
  silent?: boolean;
};

/** The foot of the page: the timer, and how the prompt stands. */
export function Band({ view, skew, responses, silent = false }: Props) {
  const words = footOf(view.slide?.kind);
  if (words === "none" && !view.blank) return <div className={styles.band} />;
  // Under the questions only what is open needs saying: one can still answer.
  const aside = view.questionsShown && view.prompt?.phase !== "open";
  return (
    <div className={styles.band}>
      {view.timer && <Timer endsAt={view.timer.endsAt} at={view.at} skew={skew} silent={silent} />}
      {view.prompt && !view.blank && !aside && (
        <Standing prompt={view.prompt} responses={responses} words={words} silent={silent} />
      )}
    </div>
  );
}

type TimerProps = { endsAt: number; at: number; skew: number; silent: boolean };

function Timer({ endsAt, at, skew, silent }: TimerProps) {
  const t = useTranslations("screen");
  const left = endsAt - useServerNow(at, skew, true, endsAt);
  return (
    <p
      className={styles.timer}
      {...(silent ? {} : { role: "timer", "aria-label": t("timer") })}
      data-last={left <= 10_000}
    >
      {left > 0 ? clock(left) : t("timeUp")}
    </p>
  );
}

type StandingProps = {
  prompt: NonNullable<ScreenView["prompt"]>;
  responses: number | null;
  words: FootWords;
  silent: boolean;
};

function Standing({ prompt, responses, words, silent }: StandingProps) {
  const t = useTranslations("screen");
  const role = silent ? undefined : "status";
  const count = prompt.results?.responses ?? responses;
  if (words === "done")
    return (
      <p className={styles.phase} role={role}>
        <span className={prompt.phase === "open" ? styles.open : undefined}>
          {t(prompt.phase === "closed" ? "reflect.closed" : "reflect.open")}
        </span>
        {count !== null && prompt.phase !== "ready" && <b>{t("reflect.doneSoFar", { count })}</b>}
      </p>
    );
  if (prompt.phase === "ready") return <p className={styles.phase}>{t("ready")}</p>;
  return (
    <p className={styles.phase} role={role}>
      {prompt.phase === "open" ? (
        <>
          <span className={styles.open}>{t("open")}</span>
          {count !== null && <b>{t("responsesSoFar", { count })}</b>}
        </>
      ) : (
        <>
          <span>{t("closed")}</span>
          {count !== null && <b>{t("responses", { count })}</b>}
        </>
      )}
    </p>
  );
}
