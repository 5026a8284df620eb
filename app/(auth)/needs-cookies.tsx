import { useTranslations } from "next-intl";
import { Door } from "@/app/_ui/door";
import { LanguageSwitch } from "@/app/_ui/language-switch";

/** The browser did not keep the cookie that a form needs: say so instead of going round in a circle. */
export function NeedsCookies({ again }: { again: string }) {
  const t = useTranslations("auth");
  return (
    <Door title={t("cookies.title")} foot={<LanguageSwitch back={again} />}>
      <p>{t("cookies.text")}</p>
      <a className="button" href={again}>
        {t("cookies.again")}
      </a>
    </Door>
  );
}
