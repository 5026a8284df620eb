import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { shortAddress, spacedCode } from "@/app/screen/_ui/address";
import styles from "@/app/screen/_ui/join.module.css";

/** How a phone gets in, small, for those who come late. */
export function Join({ code, joinUrl, qr }: { code: string; joinUrl: string; qr: ReactNode }) {
  const t = useTranslations("screen");
  return (
    <aside className={styles.join} aria-label={t("joinLabel")}>
      <p>
        <span className={styles.address} dir="ltr">
          {shortAddress(joinUrl)}
        </span>
        <b className={styles.code} dir="ltr">
          {spacedCode(code)}
        </b>
      </p>
      <div className={styles.qr}>{qr}</div>
    </aside>
  );
}
