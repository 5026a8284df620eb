import { useTranslations } from "next-intl";
import { usePhoneTools } from "@/app/_client/phone-tools";

/** The way to what the class knows of this phone. */
export function OwnButton() {
  const t = useTranslations("phone.own");
  const open = usePhoneTools()?.openOwn;
  if (!open) return null;
  return (
    <button type="button" aria-haspopup="dialog" className="button quiet" onClick={open}>
      {t("open")}
    </button>
  );
}
