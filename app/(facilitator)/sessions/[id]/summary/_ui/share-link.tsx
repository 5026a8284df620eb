"use client";
import { useTranslations } from "next-intl";
import { useId, useRef, useState } from "react";
import { copyField } from "@/app/_client/copy";
import { LocalDay } from "@/app/_ui/local-time";
import { QrCode } from "@/app/_ui/qr-code";
import styles from "@/app/(facilitator)/sessions/[id]/summary/_ui/share.module.css";
import type { ShareId } from "@/protocol/ids";
import type { Share } from "@/protocol/summaries";

type Props = {
  share: Share;
  origin: string;
  onRevoke?: ((id: ShareId) => void) | undefined;
  busy: boolean;
};

export function ShareLink({ share, origin, onRevoke, busy }: Props) {
  const t = useTranslations("summary");
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const [copied, setCopied] = useState<"yes" | "by-hand" | null>(null);
  const [asking, setAsking] = useState(false);
  const address = `${origin}${share.path}`;

  const copy = async () => {
    if (field.current) setCopied((await copyField(field.current)) ? "yes" : "by-hand");
  };

  return (
    <li>
      <label htmlFor={id} className="unseen">
        {t("share.link")}
      </label>
      <input id={id} ref={field} className="field" readOnly value={address} dir="ltr" />
      <p className={styles.until}>
        {t.rich("share.until", { day: () => <LocalDay at={share.expiresAt} /> })}
      </p>
      {asking ? (
        <fieldset className={styles.asking}>
          <legend className="unseen">{t("share.revoke")}</legend>
          <p>{t("share.revokeAsk")}</p>
          <div className={styles.buttons}>
            <button
              type="button"
              className="button quiet"
              aria-disabled={busy}
              onClick={() => !busy && onRevoke?.(share.id)}
            >
              {t("share.revokeYes")}
            </button>
            {/* biome-ignore lint/a11y/noAutofocus: the question replaced the button that had the focus */}
            <button type="button" className="button quiet" autoFocus onClick={() => setAsking(false)}>
              {t("share.revokeNo")}
            </button>
          </div>
        </fieldset>
      ) : (
        <div className={styles.buttons}>
          <button type="button" className="button quiet" onClick={copy}>
            {t("share.copy")}
          </button>
          <button type="button" className="button quiet" onClick={() => setAsking(true)}>
            {t("share.revoke")}
          </button>
        </div>
      )}
      <p role="status" className={styles.copied}>
        {copied === "yes" && t("share.copied")}
        {copied === "by-hand" && t("share.copyByHand")}
      </p>
      {origin && (
        <details>
          <summary>{t("share.qr")}</summary>
          <QrCode text={address} label={t("share.qrLabel")} className={styles.qr} />
        </details>
      )}
    </li>
  );
}
