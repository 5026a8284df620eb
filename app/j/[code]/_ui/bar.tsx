import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useOwnHeight } from "@/app/_client/use-own-height";
import styles from "@/app/j/[code]/_ui/bar.module.css";
import type { PulseSignal } from "@/protocol/limits";

/** What can be laid over the page. */
export type SheetName = "questions" | "pulse" | "hand-on";

type Props = {
  /** Null where this class takes no questions; else how many there are to read. */
  questions: number | null;
  /** This phone's signal; undefined while there is nothing to keep pace with. */
  signal: PulseSignal | null | undefined;
  onSheet: (sheet: SheetName) => void;
  children?: ReactNode;
};

/** What is within reach on every page of the class, whatever it shows. */
export function Bar({ questions, signal, onSheet, children }: Props) {
  const t = useTranslations("phone");
  const place = useOwnHeight<HTMLElement>("--bar");
  if (questions === null && signal === undefined && !children) return null;
  return (
    <section ref={place} className={styles.bar} aria-label={t("bar")}>
      {questions !== null && (
        <button type="button" aria-haspopup="dialog" onClick={() => onSheet("questions")}>
          {t("questions.open")}
          {questions > 0 && (
            <span className={styles.count}>
              <span className="unseen">{t("questions.count", { count: questions })}</span>
              <span aria-hidden="true">{questions}</span>
            </span>
          )}
        </button>
      )}
      {signal !== undefined && (
        <button
          type="button"
          aria-haspopup="dialog"
          data-chosen={signal !== null}
          onClick={() => onSheet("pulse")}
        >
          {signal === null ? (
            t("pulse.open")
          ) : (
            <>
              <span className="unseen">{t("pulse.yours")}</span> {t(`pulse.short.${signal}`)}
            </>
          )}
        </button>
      )}
      {children}
    </section>
  );
}
