import { useTranslations } from "next-intl";
import { usePhoneTools } from "@/app/_client/phone-tools";
import styles from "@/app/j/[code]/_ui/read-aloud-button.module.css";

/** Lets the phone say what is on the page; only where it has a voice for it. */
export function ReadAloudButton() {
  const t = useTranslations("phone.aloud");
  const aloud = usePhoneTools()?.readAloud;
  if (!aloud) return null;
  const name = t(aloud.speaking ? "stop" : "start");
  return (
    <button type="button" className={styles.button} aria-label={name} title={name} onClick={aloud.toggle}>
      <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
        {aloud.speaking ? (
          <rect x="6" y="6" width="12" height="12" rx="2" fill="currentColor" />
        ) : (
          <path d="M4 9.5v5h3.5L12 18.5v-13L7.5 9.5H4Zm11.5-1a5 5 0 0 1 0 7M18 6a8.5 8.5 0 0 1 0 12" />
        )}
      </svg>
    </button>
  );
}
