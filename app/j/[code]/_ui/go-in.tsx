import { useTranslations } from "next-intl";
import type { FormEvent, ReactNode } from "react";
import styles from "@/app/j/[code]/_ui/go-in.module.css";
import { promiseSentence } from "@/app/j/[code]/_ui/promise";
import type { SessionPromise } from "@/protocol/views";

type Props = {
  promise: SessionPromise;
  onGoIn: () => void;
  /** What can be chosen on the way in. */
  children: ReactNode;
};

/**
 * What is kept, before the first answer. It stands where the thumb is, under the
 * slide that is already there; as a plain form it works before the script does.
 */
export function GoIn({ promise, onGoIn, children }: Props) {
  const t = useTranslations("phone");
  const { key, values } = promiseSentence(promise);
  const goIn = (event: FormEvent) => {
    event.preventDefault();
    onGoIn();
  };
  return (
    <div className={styles.sheet}>
      {children}
      <form method="get" onSubmit={goIn} aria-label={t("keptTitle")}>
        <p id="promise">{t(key, values)}</p>
        <input type="hidden" name="in" value="1" />
        <button type="submit" className="button" aria-describedby="promise">
          {t("goIn")}
        </button>
      </form>
    </div>
  );
}
