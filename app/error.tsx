"use client";
import { useTranslations } from "next-intl";
import { Door } from "@/app/_ui/door";

export default function PageError() {
  const t = useTranslations("common");
  return (
    <Door title={t("errorTitle")}>
      <p>{t("errorText")}</p>
      <button type="button" className="button" onClick={() => window.location.reload()}>
        {t("loadAgain")}
      </button>
      <p>
        <a href="/">{t("toStart")}</a>
      </p>
    </Door>
  );
}
