import { useTranslations } from "next-intl";
import { Door } from "@/app/_ui/door";

export default function NotFound() {
  const t = useTranslations("common");
  return (
    <Door title={t("notFoundTitle")}>
      <p>{t("notFoundText")}</p>
      <a href="/" className="button">
        {t("toStart")}
      </a>
    </Door>
  );
}
