import { useTranslations } from "next-intl";
import { isWaiting, type OwnResponse } from "@/app/_client/notebook";
import styles from "@/app/j/[code]/_ui/prompt.module.css";

const words: Record<OwnResponse["status"] | "unstored", { mark: string; title: string; text: string }> = {
  sending: { mark: "…", title: "sending", text: "sendingText" },
  sent: { mark: "✓", title: "sent", text: "sentText" },
  unstored: { mark: "↻", title: "notStored", text: "notStoredText" },
  waiting: { mark: "↻", title: "willBeSent", text: "willBeSentText" },
  late: { mark: "–", title: "late", text: "lateText" },
  refused: { mark: "–", title: "refused", text: "refusedText" },
};

/** What became of an answer, in words that stand and are heard. */
export function Status({ own, open }: { own: OwnResponse; open: boolean }) {
  const { counted } = own;
  const status = own.unstored && isWaiting(own) ? "unstored" : own.status;
  const t = useTranslations("phone");
  const { mark, title, text } = words[status];
  const earlier = counted && (status === "late" || status === "refused");
  return (
    <div
      role="status"
      data-status={status}
      data-trouble={status !== "sending" && status !== "sent"}
      tabIndex={-1}
      className={styles.status}
    >
      <span aria-hidden="true">{mark}</span>
      <p>
        <b>{t(title)}</b> {(open || status !== "sent") && t(earlier ? `${status}EarlierText` : text)}
      </p>
    </div>
  );
}
