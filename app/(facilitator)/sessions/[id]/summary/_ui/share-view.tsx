"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useId } from "react";
import { isLoopback } from "@/app/_client/loopback";
import { Refused } from "@/app/(facilitator)/_ui/refused";
import styles from "@/app/(facilitator)/sessions/[id]/summary/_ui/share.module.css";
import { ShareLink } from "@/app/(facilitator)/sessions/[id]/summary/_ui/share-link";
import type { ErrorCode } from "@/protocol/errors";
import type { ShareId } from "@/protocol/ids";
import type { Share } from "@/protocol/summaries";

type Props = {
  shares: Share[];
  origin: string;
  onCreate?: (days: number) => void;
  onRevoke?: (id: ShareId) => void;
  busy?: boolean;
  refusal?: ErrorCode | "unreachable";
};

const terms = [30, 90, 365];

/** Links with which parents see the summary, and their end. */
export function ShareView({ shares, origin, onCreate, onRevoke, busy = false, refusal }: Props) {
  const t = useTranslations("summary");
  const days = useId();
  const create = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!busy) onCreate?.(Number(new FormData(event.currentTarget).get("days")));
  };
  return (
    <section className={styles.panel} aria-labelledby="share">
      <h2 id="share">{t("share.title")}</h2>
      <p>{t("share.text")}</p>
      {shares.length > 0 && (
        <ul className={styles.links}>
          {shares.map((share) => (
            <ShareLink key={share.id} share={share} origin={origin} onRevoke={onRevoke} busy={busy} />
          ))}
        </ul>
      )}
      {shares.length > 0 && isLoopback(origin) && <p className={styles.hint}>{t("share.loopback")}</p>}
      <form onSubmit={create} className={styles.form}>
        <label htmlFor={days}>{t("share.days")}</label>
        <select id={days} name="days" defaultValue={90} className="field">
          {terms.map((term) => (
            <option key={term} value={term}>
              {t("share.term", { count: term })}
            </option>
          ))}
        </select>
        <button type="submit" className={shares.length > 0 ? "button quiet" : "button"} aria-disabled={busy}>
          {t(shares.length > 0 ? "share.another" : "share.create")}
        </button>
      </form>
      <Refused code={refusal} />
    </section>
  );
}
