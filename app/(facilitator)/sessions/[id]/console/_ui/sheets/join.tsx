import { useTranslations } from "next-intl";
import type { SheetProps } from "@/app/(facilitator)/sessions/[id]/console/_ui/cockpit";
import { JoinQr } from "@/app/(facilitator)/sessions/[id]/console/_ui/join-qr";
import { shortAddress, spacedCode } from "@/app/screen/_ui/address";
import styles from "./sheets.module.css";

/** How a late-comer gets in: to be held up on the phone, or read aloud. */
export function JoinSheet({ control, phones }: SheetProps) {
  const t = useTranslations("console.sheets.join");
  const { view } = control.state;
  if (!view.code) return <p>{t("over")}</p>;
  return (
    <div className={styles.join}>
      <div className={styles.qr}>
        <JoinQr view={view} />
      </div>
      <p>{t("type")}</p>
      <p className={styles.address} dir="ltr">
        {shortAddress(view.joinUrl)}
      </p>
      <p className={styles.code} dir="ltr">
        {spacedCode(view.code)}
      </p>
      <p className={styles.quiet}>{t("phones", { count: phones })}</p>
    </div>
  );
}
