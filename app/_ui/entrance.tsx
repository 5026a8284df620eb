import { useTranslations } from "next-intl";
import { CodeForm } from "@/app/_ui/code-form";
import { Door } from "@/app/_ui/door";
import { LanguageSwitch } from "@/app/_ui/language-switch";
import { codeDigits, digitsOf } from "@/app/j/code";

/** `/`: the code, and nothing else. `typed` is a code that was not one. */
export function Entrance({ typed }: { typed?: string | undefined }) {
  const t = useTranslations("home");
  const digits = digitsOf(typed ?? "").length;
  const wrong = typed !== undefined && digits !== codeDigits;
  return (
    <Door
      title={t("title")}
      foot={
        <>
          <a href="/sign-in">{t("signIn")}</a>
          <LanguageSwitch back="/" />
        </>
      }
    >
      <CodeForm typed={typed} problem={wrong ? t("wrongLength", { digits }) : undefined} />
      <p>{t("nothingNeeded")}</p>
    </Door>
  );
}
