import { useTranslations } from "next-intl";
import type { Link } from "@/app/_client/live";
import styles from "@/app/j/[code]/_ui/banner.module.css";
import type { ErrorCode } from "@/protocol/errors";

type Props = { link: Link; refusal: ErrorCode | null; facilitatorHere: boolean };

/** Says whose side is away, and only while it is. */
export function Banner({ link, refusal, facilitatorHere }: Props) {
  const t = useTranslations("phone");
  const sentence = sentenceOf(link, refusal, facilitatorHere);
  return (
    <div role="status" className={styles.place}>
      {sentence && (
        <div className={styles.banner}>
          <p>{t(sentence)}</p>
          {link === "refused" && (
            <button type="button" className="button quiet" onClick={() => window.location.reload()}>
              {t("loadAgain")}
            </button>
          )}
        </div>
      )}
    </div>
  );
}

function sentenceOf(link: Link, refusal: ErrorCode | null, facilitatorHere: boolean): string | null {
  switch (link) {
    case "connecting":
      return null;
    case "online":
      return facilitatorHere ? null : "linkFacilitatorAway";
    case "offline":
      return "linkOffline";
    case "unreachable":
      return "linkUnreachable";
    case "stopping":
      return "linkStopping";
    case "refused":
      return refusedOf(refusal);
  }
}

function refusedOf(refusal: ErrorCode | null): string {
  if (refusal === "session_ended" || refusal === "not_found") return "linkEnded";
  if (refusal === "session_full") return "linkFull";
  if (refusal === "too_many_tries" || refusal === "overloaded") return "linkBusy";
  return "linkRefused";
}
