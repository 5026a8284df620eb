import { useTranslations } from "next-intl";
import { pulse } from "@/protocol/limits";
import type { Cockpit } from "./cockpit";
import styles from "./pulse.module.css";
import { pulseHint, tenthsOf } from "./pulse-words";

/** How the room is, as shares in words and calm bars; never who, never a list. */
export function Pulse({ control: { state } }: Cockpit) {
  const t = useTranslations("console.pulse");
  if (state.view.status !== "live") return null;
  const { signals, shares } = state.pulse ?? { signals: 0, shares: null };
  if (!shares) return <p className={styles.few}>{t("few", { count: signals })}</p>;
  const hint = pulseHint(shares);
  return (
    <section className={styles.pulse} aria-labelledby="pulse-title">
      <h2 id="pulse-title">{t("title", { count: signals, minutes: pulse.minutes })}</h2>
      <ul>
        {pulse.signals.map((signal, index) => {
          const tenths = tenthsOf(shares[index]);
          return (
            <li key={signal} data-signal={signal}>
              <span className={styles.words}>{t(`signal.${signal}`, { share: t("share", { tenths }) })}</span>
              <span className={styles.bar} aria-hidden="true">
                <span style={{ inlineSize: `${tenths * 10}%` }} />
              </span>
            </li>
          );
        })}
      </ul>
      {hint && <p className={styles.hint}>{t(`hint.${hint}`)}</p>}
    </section>
  );
}
