import { useTranslations } from "next-intl";
import { usePhoneTools } from "@/app/_client/phone-tools";

/** The way to what a parent takes home. */
export function KeepsakeButton({ strong = false }: { strong?: boolean }) {
  const t = useTranslations("phone.keepsake");
  const open = usePhoneTools()?.openKeepsake;
  if (!open) return null;
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      className={strong ? "button" : "button quiet"}
      onClick={open}
    >
      {t("open")}
    </button>
  );
}
