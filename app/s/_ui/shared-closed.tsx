import { useTranslations } from "next-intl";
import { Door } from "@/app/_ui/door";

/** For a link that was revoked, ran out, or never was: the same words, so that none tells which. */
export function SharedClosed() {
  const t = useTranslations("shared");
  return (
    <Door title={t("closedTitle")}>
      <p>{t("closedText")}</p>
      <p>{t("closedWay")}</p>
    </Door>
  );
}
