import { useTranslations } from "next-intl";
import styles from "@/app/screen/_ui/goodbye.module.css";
import room from "@/app/screen/_ui/room.module.css";

/** For a link that opens no screen: its key is wrong, or its session is gone. */
export function ScreenClosed() {
  const t = useTranslations("screen");
  return (
    <main className={room.room}>
      <div className={styles.goodbye}>
        <h1>{t("closedLinkTitle")}</h1>
        <p>{t("closedLinkText")}</p>
      </div>
    </main>
  );
}
