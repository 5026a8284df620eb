import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { directionOf } from "@/app/_ui/direction";
import { shortAddress, spacedCode } from "@/app/screen/_ui/address";
import styles from "@/app/screen/_ui/lobby.module.css";
import type { ScreenView } from "@/protocol/views";

/** Before the class: how to get in, as large as it goes, and how many are here. */
export function Lobby({ view, phones, qr }: { view: ScreenView; phones: number | null; qr: ReactNode }) {
  const t = useTranslations("screen");
  return (
    <div className={styles.lobby}>
      <div className={styles.words}>
        <h1 lang={view.language} dir={directionOf(view.language)} data-long={view.title.length > 60}>
          {view.title}
        </h1>
        {view.code && (
          <>
            <p>{t("lobbyScan")}</p>
            <p>{t.rich("lobbyType", { address: () => <Address url={view.joinUrl} /> })}</p>
            <p className={styles.code} dir="ltr">
              {spacedCode(view.code)}
            </p>
          </>
        )}
        <p className={styles.phones} role="status">
          {phones !== null && t("phonesHere", { count: phones })}
        </p>
      </div>
      {view.code && <div className={styles.qr}>{qr}</div>}
    </div>
  );
}

function Address({ url }: { url: string }) {
  return (
    <b className={styles.address} dir="ltr">
      {shortAddress(url)}
    </b>
  );
}
