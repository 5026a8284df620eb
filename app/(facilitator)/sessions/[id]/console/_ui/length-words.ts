import { useTranslations } from "next-intl";
import { clock } from "@/app/_ui/clock";

/** A length of time as one says it: seconds, whole minutes, or minutes with seconds. */
export function useLengthWords(): (seconds: number) => string {
  const t = useTranslations("console.timing");
  return (seconds) => {
    if (seconds < 60) return t("seconds", { count: seconds });
    if (seconds % 60 === 0) return t("minutes", { count: seconds / 60 });
    return t("clock", { clock: clock(seconds * 1000) });
  };
}
