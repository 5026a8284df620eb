import { useTranslations } from "next-intl";
import type { MouseEvent, ReactNode } from "react";
import { usePhoneTools } from "@/app/_client/phone-tools";

type Props = { className?: string | undefined; children?: ReactNode };

/** One tap away from here. A link, so that it leads away before the script runs too. */
export function LeaveLink({ className, children }: Props) {
  const t = useTranslations("phone.leave");
  const tools = usePhoneTools();
  if (!tools) return null;
  const go = (event: MouseEvent) => {
    event.preventDefault();
    tools.leave();
  };
  return (
    <a href={tools.leavePath} rel="nofollow" className={className} title={t("keys")} onClick={go}>
      {children ?? t("open")}
    </a>
  );
}
