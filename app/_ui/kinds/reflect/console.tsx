import { useTranslations } from "next-intl";
import type { ConsoleKind, ResultsProps } from "@/app/_ui/kinds/console-props";

export const reflectConsole: ConsoleKind<"reflect"> = { Results };

function Results({ results }: ResultsProps<"reflect">) {
  const t = useTranslations("console.reflect");
  return (
    <>
      <p>
        <b>{t("done", { count: results.responses })}</b>
      </p>
      <p>{t("text")}</p>
    </>
  );
}
