import { useTranslations } from "next-intl";
import type { SummaryProps } from "@/app/_ui/kinds/summary-props";

export function ReflectSummary({ results }: SummaryProps<"reflect">) {
  const t = useTranslations("summary.reflect");
  return (
    <>
      <p>{t("done", { count: results.responses })}</p>
      <p>{t("text")}</p>
    </>
  );
}
