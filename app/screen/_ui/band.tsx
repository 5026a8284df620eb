"use client";
import { useTranslations } from "next-intl";
import { useServerNow } from "@/app/_client/use-server-now";
import { clock } from "@/app/_ui/clock";
import { type FootWords, footOf } from "@/app/_ui/kinds/screen";
import styles from "@/app/screen/_ui/band.module.css";
import type { RoomProps } from "@/app/screen/_ui/room";
import type { ScreenView } from "@/protocol/views";

/** The foot of the page: the timer, and how the prompt stands. */
export function Band({ view, skew, responses }: Pick<RoomProps, "view" | "skew" | "responses">) {
  const words = footOf(view.slide?.kind);
  if (words === "none" && !view.blank) return <div className={styles.band} />;
  return (
    <div className={styles.band}>
      {view.timer && <Timer endsAt={view.timer.endsAt} at={view.at} skew={skew} />}
      {view.prompt && !view.blank && <Standing prompt={view.prompt} responses={responses} words={words} />}
    </div>
  );
}

function Timer({ endsAt, at, skew }: { endsAt: number; at: number; skew: number }) {
  const t = useTranslations("screen");
  const left = endsAt - useServerNow(at, skew, true, endsAt);
  return (
    <p className={styles.timer} role="timer" aria-label={t("timer")} data-last={left <= 10_000}>
      {left > 0 ? clock(left) : t("timeUp")}
    </p>
  );
}

type StandingProps = {
  prompt: NonNullable<ScreenView["prompt"]>;
  responses: number | null;
  words: FootWords;
};

function Standing({ prompt, responses, words }: StandingProps) {
  const t = useTranslations("screen");
  const count = prompt.results?.responses ?? responses;
  if (words === "done")
    return (
      <p className={styles.phase} role="status">
        <span className={prompt.phase === "open" ? styles.open : undefined}>
          {t(prompt.phase === "closed" ? "reflect.closed" : "reflect.open")}
        </span>
        {count !== null && prompt.phase !== "ready" && <b>{t("reflect.doneSoFar", { count })}</b>}
      </p>
    );
  if (prompt.phase === "ready") return <p className={styles.phase}>{t("ready")}</p>;
  return (
    <p className={styles.phase} role="status">
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
