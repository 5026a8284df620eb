import { useTranslations } from "next-intl";
import { type ReactNode, useRef } from "react";
import { type Reading, readings } from "@/app/_client/phone-cookies";
import { useDismiss } from "@/app/_client/use-dismiss";
import { KeepsakeButton } from "@/app/j/[code]/_ui/keepsake-button";
import styles from "@/app/j/[code]/_ui/menu.module.css";
import { OwnButton } from "@/app/j/[code]/_ui/own-button";
import { promiseSentence } from "@/app/j/[code]/_ui/promise";
import { ReadAloudButton } from "@/app/j/[code]/_ui/read-aloud-button";
import type { SessionPromise } from "@/protocol/views";

const sizes: Record<Reading, { name: string; size: string }> = {
  normal: { name: "readingNormal", size: "1em" },
  large: { name: "readingLarge", size: "1.2em" },
  largest: { name: "readingLargest", size: "1.45em" },
};

type Props = {
  promise: SessionPromise;
  reading: Reading;
  onReading: (reading: Reading) => void;
  languageSwitch: ReactNode;
  handOn?: ReactNode;
};

export function Menu({ promise, reading, onReading, languageSwitch, handOn }: Props) {
  const t = useTranslations("phone");
  const details = useRef<HTMLDetailsElement>(null);
  useDismiss(details);
  const close = () => {
    if (!details.current) return;
    details.current.open = false;
    // What is in a closed menu cannot take the focus back when the sheet goes.
    details.current.querySelector("summary")?.focus();
  };
  const { key, values } = promiseSentence(promise);
  return (
    <>
      <ReadAloudButton />
      <details ref={details} className={styles.menu}>
        <summary>{t("menu")}</summary>
        <div className={styles.panel}>
          <fieldset>
            <legend>{t("reading")}</legend>
            <div className={styles.sizes}>
              {readings.map((size) => (
                <label key={size}>
                  <input
                    type="radio"
                    name="reading"
                    value={size}
                    checked={size === reading}
                    onChange={() => onReading(size)}
                  />
                  <span className="unseen">{t(sizes[size].name)}</span>
                  <span aria-hidden="true" style={{ fontSize: sizes[size].size }}>
                    {t("readingSample")}
                  </span>
                </label>
              ))}
            </div>
          </fieldset>
          {languageSwitch}
          {/* What opens a sheet puts the menu away. */}
          {/* biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: the buttons inside are what is pressed */}
          <div className={styles.doors} onClick={close}>
            <KeepsakeButton />
            <OwnButton />
            {handOn}
          </div>
          <section>
            <h2>{t("keptTitle")}</h2>
            <p>{t(key, values)}</p>
            <p>{t("keptMore")}</p>
          </section>
        </div>
      </details>
    </>
  );
}
