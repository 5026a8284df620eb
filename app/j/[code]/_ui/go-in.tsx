import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import styles from "@/app/j/[code]/_ui/go-in.module.css";
import { promiseSentence } from "@/app/j/[code]/_ui/promise";
import type { SessionPromise } from "@/protocol/views";

/**
 * What is kept, before the first answer. It stands where the thumb is, under the
 * slide that is already there; as a plain form it works before the script does.
 */
export function GoIn({ promise, onGoIn }: { promise: SessionPromise; onGoIn: () => void }) {
  const t = useTranslations("phone");
  const { key, values } = promiseSentence(promise);
  const goIn = (event: FormEvent) => {
    event.preventDefault();
    onGoIn();
  };
  return (
    <form method="get" className={styles.sheet} onSubmit={goIn} aria-label={t("keptTitle")}>
      <p id="promise">{t(key, values)}</p>
      <input type="hidden" name="in" value="1" />
      <button type="submit" className="button" aria-describedby="promise">
        {t("goIn")}
      </button>
    </form>
  );
}
