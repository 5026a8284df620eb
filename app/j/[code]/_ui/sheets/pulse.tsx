import { useTranslations } from "next-intl";
import { Sheet } from "@/app/j/[code]/_ui/sheet";
import sheet from "@/app/j/[code]/_ui/sheet.module.css";
import styles from "@/app/j/[code]/_ui/sheets/pulse.module.css";
import { type PulseSignal, pulse } from "@/protocol/limits";

type Props = { signal: PulseSignal | null; onSignal: (signal: PulseSignal) => void; onClose: () => void };

/** How it goes just now, in one tap: it shows for some minutes, and the same tap takes it back. */
export function PulseSheet({ signal, onSignal, onClose }: Props) {
  const t = useTranslations("phone");
  return (
    <Sheet title={t("pulse.title")} onClose={onClose}>
      {(close) => (
        <>
          <p className={sheet.hint}>{t("pulse.text", { minutes: pulse.minutes })}</p>
          <div className={styles.signals}>
            {pulse.signals.map((one) => (
              <button
                key={one}
                type="button"
                aria-pressed={one === signal}
                onClick={() => {
                  onSignal(one);
                  if (one !== signal) close();
                }}
              >
                {t(`pulse.signals.${one}`)}
                {one === signal && <small>{t("pulse.again")}</small>}
              </button>
            ))}
          </div>
        </>
      )}
    </Sheet>
  );
}
