"use client";
import { useTranslations } from "next-intl";
import { Refused } from "@/app/(facilitator)/_ui/refused";
import styles from "@/app/(facilitator)/classes/_ui/library.module.css";
import type { ErrorCode } from "@/protocol/errors";

type Props = {
  onStart?: () => void;
  busy?: boolean;
  refusal?: ErrorCode | "unreachable";
  /** Beside a running session, starting another is not the likely next step. */
  quiet?: boolean;
};

export function StartControl({ onStart, busy = false, refusal, quiet = false }: Props) {
  const t = useTranslations("classes");
  return (
    <div className={styles.start}>
      <button
        type="button"
        className={quiet ? "button quiet" : "button"}
        onClick={onStart}
        aria-disabled={busy}
      >
        {busy ? t("starting") : t("start")}
      </button>
      <Refused code={refusal} />
    </div>
  );
}
