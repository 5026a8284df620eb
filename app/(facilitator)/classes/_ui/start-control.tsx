"use client";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Refused } from "@/app/(facilitator)/_ui/refused";
import styles from "@/app/(facilitator)/classes/_ui/library.module.css";
import { StartLanguage } from "@/app/(facilitator)/classes/_ui/start-language";
import type { ClassLanguage } from "@/protocol/classes";
import type { ErrorCode } from "@/protocol/errors";

type Props = {
  /** The class's own first; with one alone there is nothing to choose. */
  languages: ClassLanguage[];
  onStart?: (language: string | undefined) => void;
  busy?: boolean;
  refusal?: ErrorCode | "unreachable" | undefined;
  /** Beside a running session, starting another is not the likely next step. */
  quiet?: boolean;
};

export function StartControl({ languages, onStart, busy = false, refusal, quiet = false }: Props) {
  const t = useTranslations("classes");
  const reader = useLocale();
  // Whoever works in a language of the class most likely holds it in that one.
  const [language, setLanguage] = useState(
    () => (languages.find((one) => one.language === reader) ?? languages[0])?.language,
  );
  return (
    <div className={styles.start}>
      {languages.length > 1 && (
        <StartLanguage languages={languages} chosen={language} onChoose={setLanguage} />
      )}
      <button
        type="button"
        className={quiet ? "button quiet" : "button"}
        onClick={() => onStart?.(language)}
        aria-disabled={busy}
      >
        {busy ? t("starting") : t("start")}
      </button>
      <Refused code={refusal} />
    </div>
  );
}
